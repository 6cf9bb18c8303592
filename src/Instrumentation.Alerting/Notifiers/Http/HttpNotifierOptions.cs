namespace Instrumentation.Alerting.Notifiers.Http;

/// <summary>What holds for notifiers that post to an address.</summary>
public abstract class HttpNotifierOptions : NotifierOptions
{
    /// <summary>
    /// Sends the requests; for certificates or proxies of one's own, and for tests. Default: a handler that takes the proxy from the environment, follows no redirects and
    /// takes no part in tracing.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>The address, unless it is to be read from a file. A secret.</summary>
    internal abstract string? Address { get; }

    /// <summary>The file that the address is read from before each request.</summary>
    internal abstract string? AddressFile { get; }

    /// <summary>The name of the address among the settings.</summary>
    internal abstract string AddressKey { get; }

    /// <summary>Whether there is anywhere to post to.</summary>
    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Address) || !string.IsNullOrWhiteSpace(AddressFile);

    internal override IEnumerable<string> Problems(string section)
    {
        // The address itself is not shown: it is a secret.
        if (!string.IsNullOrWhiteSpace(Address) && !SecretAddress.IsAddress(Address))
        {
            yield return $"{section}:{AddressKey} must be an absolute http:// or https:// address; its value is not shown, since it is a secret.";
        }

        if (!string.IsNullOrWhiteSpace(Address) && !string.IsNullOrWhiteSpace(AddressFile))
        {
            yield return $"{section}:{AddressKey} and {section}:{AddressKey}File are both set; set one of them.";
        }

        foreach (var problem in base.Problems(section))
        {
            yield return problem;
        }
    }
}
