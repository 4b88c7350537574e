using System.Text.Json;

namespace Beffroi.Accounts.OpenId;

/// <summary>
/// How sure a provider is (<c>acr</c>). FranceConnect has one level, eidas1; those above are better. ProConnect's documentation (read on
/// 19 August 2026) gives the four values that a second factor answers with.
/// </summary>
static class Assurance
{
    public const string Asked = "eidas1";

    static readonly string[] Citizens = ["eidas1", "eidas2", "eidas3"];
    static readonly string[] TwoFactors = ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"];

    /// <summary>The parameter <c>claims</c> that asks ProConnect for a second factor.</summary>
    public static readonly string Claims = JsonSerializer.Serialize(new { id_token = new { acr = new { essential = true, values = TwoFactors } } });

    public static bool IsTwoFactors(string? acr) => TwoFactors.Contains(acr, StringComparer.Ordinal);

    public static bool IsCitizen(string? acr) => Citizens.Contains(acr, StringComparer.Ordinal);
}
