namespace Instrumentation.Alerting.Notifiers.Http;

/// <summary>An address that is a secret, such as that of an incoming webhook: whoever knows it can post.</summary>
internal sealed class SecretAddress(HttpNotifierOptions options)
{
    private const string Hidden = "***";
    private const int ShortestSecret = 6;

    internal static bool IsAddress(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    /// <summary>The address, read anew if it is in a file: secrets are changed without a restart.</summary>
    /// <exception cref="NotificationException">The file cannot be read or holds no address.</exception>
    internal async Task<Uri> ReadAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(options.AddressFile))
        {
            return new Uri(options.Address!.Trim());
        }

        string text;
        try
        {
            text = (await File.ReadAllTextAsync(options.AddressFile, cancellation).ConfigureAwait(false)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotificationException($"{options.AddressKey}File '{options.AddressFile}' cannot be read ({exception.GetType().Name})", isTransient: true);
        }

        return IsAddress(text)
            ? new Uri(text)
            : throw new NotificationException($"{options.AddressKey}File '{options.AddressFile}' holds no absolute http:// or https:// address", isTransient: true);
    }

    /// <summary>A text of the receiver's without the parts of the address that it may repeat.</summary>
    internal static string Redact(string text, Uri address)
    {
        text = text.Replace(address.OriginalString, Hidden, StringComparison.OrdinalIgnoreCase).Replace(address.AbsoluteUri, Hidden, StringComparison.OrdinalIgnoreCase);
        var parts = $"{address.PathAndQuery}/{address.UserInfo}".Split(['/', '?', '&', '=', ':', '#'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Where(static part => part.Length >= ShortestSecret))
        {
            text = text.Replace(part, Hidden, StringComparison.OrdinalIgnoreCase).Replace(Uri.UnescapeDataString(part), Hidden, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
