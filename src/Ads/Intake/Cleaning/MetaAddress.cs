using System.Text.RegularExpressions;

namespace Beffroi.Ads.Intake;

/// <summary>Addresses of the Ad Library of Meta: the identifier is read out of them, and the public one is rebuilt from it.</summary>
public static partial class MetaAddress
{
    public static string Of(string id) => "https://www.facebook.com/ads/library/?id=" + id;

    /// <summary>Digits; null when the address has none.</summary>
    public static string? Id(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Length > 4 * Ad.UrlMaxLength || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https") || !(CleanUrl.IsOf(uri, "facebook.com") || CleanUrl.IsOf(uri, "fb.com")) || !uri.AbsolutePath.StartsWith("/ads/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Parameter().Match(Secrets.Decoded(uri.Query)) is { Success: true } found ? found.Groups["id"].Value : null;
    }

    [GeneratedRegex(@"[?&]id=(?<id>[0-9]{5,30})(&|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
