namespace Beffroi.Accounts.OpenId;

/// <summary>Who vouches for a person: FranceConnect for citizens, ProConnect for agents and professionals.</summary>
public enum Provider
{
    FranceConnect,
    ProConnect,
}

public static class Providers
{
    public static readonly IReadOnlyList<Provider> All = [Provider.FranceConnect, Provider.ProConnect];

    /// <summary>As in addresses and in the table of outside sign-ins.</summary>
    public static string Key(this Provider provider) => provider switch
    {
        Provider.FranceConnect => "franceconnect",
        Provider.ProConnect => "proconnect",
    };

    public static string Label(this Provider provider) => provider switch
    {
        Provider.FranceConnect => "FranceConnect",
        Provider.ProConnect => "ProConnect",
    };

    /// <summary>Where the provider says what it is.</summary>
    public static string About(this Provider provider) => provider switch
    {
        Provider.FranceConnect => "https://franceconnect.gouv.fr/",
        Provider.ProConnect => "https://www.proconnect.gouv.fr/",
    };

    /// <summary>No more than what is shown and decided upon: neither birth, nor gender, nor telephone.</summary>
    public static string Scope(this Provider provider) => provider switch
    {
        Provider.FranceConnect => "openid given_name family_name email",
        Provider.ProConnect => "openid given_name usual_name email siret organization_label roles",
    };

    public static Provider? Named(string? key) => All.Where(p => string.Equals(p.Key(), key, StringComparison.Ordinal)).Select(p => (Provider?)p).FirstOrDefault();
}
