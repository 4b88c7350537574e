using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Orientation;

/// <summary>Reads the state of a domain with the probabilities of the synthesis, so that both say the same on a page.</summary>
static class DomainReading
{
    public static DomainBase Of(BaseDomain domain, Score? diagnostic, PositioningScore? positioning, BeffroiNorms norms) =>
        positioning is not null && Asked(positioning, domain)
            ? Of(domain, ScaleOf(domain, positioning.Litteratie, positioning.Numeratie), positioning.Flags, norms)
            : diagnostic is null
                ? new(domain, BaseState.NonMesure, $"Aucun jeu ne mesure {domain.Subject()} ici.")
                : Of(domain, ScaleOf(domain, diagnostic.Litteratie, diagnostic.Numeratie), diagnostic.Flags, norms);

    public static DomainBase Of(BaseDomain domain, Scale? scale, IReadOnlyList<Flag> flags, BeffroiNorms norms)
    {
        if (flags.Any(f => f.Code is FlagCode.NonInterpretable))
        {
            return new(domain, BaseState.Incertain, "Beaucoup de réponses sont plus rapides que le temps de lire : le résultat ne peut pas être interprété.", null);
        }

        if (scale?.FrameworkProbabilities is not { Count: > 0 } levels)
        {
            return new(domain, BaseState.NonMesure, $"Il y a trop peu de réponses pour situer la personne ({domain.Subject()}).");
        }

        var about = domain switch { BaseDomain.Litteratie => Flag.Litteratie, BaseDomain.Numeratie => Flag.Numeratie };
        var (lowest, highest) = (levels[0].Probability, levels[^1].Probability);
        return Doubt(domain, flags, about) is { } doubt ? new(domain, BaseState.Incertain, doubt, scale)
            : lowest >= Likeliest ? new(domain, BaseState.Fragile, $"Le niveau le plus bas est le plus vraisemblable ({French.Likelihood(lowest)}) : à confirmer ensemble.", scale)
            : lowest >= norms.ScreeningProbability ? new(domain, BaseState.Incertain, $"Le niveau le plus bas reste possible ({French.Likelihood(lowest)}), sans être le plus vraisemblable.", scale)
            : highest >= norms.SocleProbability ? new(domain, BaseState.Solide, $"Le niveau le plus haut est très vraisemblable ({French.Likelihood(highest)}).", scale)
            : new(domain, BaseState.Intermediaire, "Les réponses montrent des bases, sans aller de façon sûre jusqu’au niveau le plus haut.", scale);
    }

    /// <summary>From here on one level alone is likelier than all the others.</summary>
    const double Likeliest = 0.5;

    static string? Doubt(BaseDomain domain, IReadOnlyList<Flag> flags, string about) =>
        flags.Any(f => f.Code is FlagCode.PeuDeReponses && string.Equals(f.About, about, StringComparison.Ordinal)) ? "Le résultat repose sur peu de questions."
        : flags.Any(f => f.Code is FlagCode.ReponsesInattendues && string.Equals(f.About, about, StringComparison.Ordinal)) ? "Des questions difficiles sont réussies et des faciles manquées."
        : domain is BaseDomain.Litteratie && flags.Any(f => f.Code is FlagCode.LexiqueSeul) ? "Seule la reconnaissance des mots a été mesurée, sans texte à comprendre."
        : null;

    static Scale? ScaleOf(BaseDomain domain, Scale? litteratie, Scale? numeratie) => domain switch { BaseDomain.Litteratie => litteratie, BaseDomain.Numeratie => numeratie };

    static bool Asked(PositioningScore positioning, BaseDomain domain) =>
        positioning.Skills.Any(s => domain switch { BaseDomain.Litteratie => s.Skill is "lecture", BaseDomain.Numeratie => s.Skill is "calcul" });
}
