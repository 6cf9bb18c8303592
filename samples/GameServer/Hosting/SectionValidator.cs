using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GameServer.Hosting;

/// <summary>Checks options against their annotations, and names what is wrong by the key that the user has to change.</summary>
public sealed class SectionValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(results.Select(result => $"{section}:{result.MemberNames.First()}: {result.ErrorMessage}"));
    }
}
