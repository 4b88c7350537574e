using Beffroi.Accounts.OpenId;

namespace Beffroi.Accounts.Outside;

/// <summary>ProConnect says who somebody is and lets everybody through: whom this site lets in is said here.</summary>
static class LetIn
{
    /// <summary>Digits of the number of a body (SIREN), which begins those of its establishments (SIRET).</summary>
    const int SirenLength = 9;

    /// <summary>Null when they may come in.</summary>
    public static Why? Refuses(OutsideIdentity person, ProviderSettings settings) =>
        person.Provider == Provider.FranceConnect ? null
        : settings.SecondFactor && !person.HasTwoFactors ? Why.OneFactorOnly
        : IsOneOf(settings.Roles, person.Roles) && IsOf(settings.Bodies, person.Siret) ? null
        : Why.NotForThem;

    static bool IsOneOf(IReadOnlyList<string> wanted, IReadOnlyList<string> has) =>
        wanted.Count == 0 || wanted.Intersect(has, StringComparer.Ordinal).Any();

    static bool IsOf(IReadOnlyList<string> bodies, string? siret) =>
        bodies.Count == 0 || (siret is not null && bodies.Any(b => b.Length == SirenLength ? siret.StartsWith(b, StringComparison.Ordinal) : string.Equals(b, siret, StringComparison.Ordinal)));
}
