using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Instrumentation.Alerting.Rules;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>Which part of the rule groups a request asks for, by <c>group_limit</c> and <c>group_next_token</c> (parseListRulesPaginationRequest in web/api/v1/api.go).</summary>
internal sealed class RulePage
{
    private readonly int _limit = int.MaxValue;
    private readonly string _token;

    /// <exception cref="ApiException">A parameter is wrong, or one is missing.</exception>
    internal RulePage(ApiRequest request)
    {
        var limit = request.Text("group_limit");
        _token = request.Text("group_next_token");
        if (limit.Length == 0)
        {
            if (_token.Length > 0)
            {
                throw ApiException.BadParameter("group_next_token", "group_limit needs to be present in order to paginate over the groups");
            }
        }
        else if (!int.TryParse(limit, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _limit))
        {
            throw ApiException.BadParameter("group_limit", $"group_limit needs to be a valid number: strconv.ParseInt: parsing {ApiRequest.Quote(limit)}: invalid syntax");
        }
        else if (_limit <= 0)
        {
            throw ApiException.BadParameter("group_limit", "group_limit needs to be greater than 0");
        }
    }

    /// <summary>The groups of the page.</summary>
    /// <param name="all">All groups, always in the same order.</param>
    /// <param name="group">The group that an element stands for.</param>
    /// <param name="next">Names the page after this one; null if this is the last.</param>
    /// <exception cref="ApiException">The token names no group that there is.</exception>
    internal IReadOnlyList<T> Of<T>(List<T> all, Func<T, RuleGroup> group, out string? next)
    {
        var first = _token.Length == 0 ? 0 : all.FindIndex(element => Token(group(element)) == _token);
        if (first < 0)
        {
            throw ApiException.BadParameter("group_next_token", $"invalid group_next_token '{_token}'. were rule groups changed?");
        }

        var count = Math.Min(_limit, all.Count - first);
        next = first + count < all.Count ? Token(group(all[first + count])) : null;
        return all.GetRange(first, count);
    }

    private static string Token(RuleGroup group) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{group.Source};{group.Name}")));
}
