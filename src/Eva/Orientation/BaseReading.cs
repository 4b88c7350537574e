using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Orientation;

/// <summary>What is known of one domain of the basic skills, as far as an orientation needs it.</summary>
public enum BaseState
{
    /// <summary>Nothing, or too little, was answered.</summary>
    NonMesure,

    /// <summary>Something was answered that cannot be leant on: an interview, or another play, comes first.</summary>
    Incertain,

    /// <summary>The lowest level is the likeliest: to be confirmed with the person.</summary>
    Fragile,

    /// <summary>Bases that are there and are to be strengthened.</summary>
    Intermediaire,

    /// <summary>The highest level, by the probability that the socle asks for.</summary>
    Solide,
}

/// <summary>A domain: its state, and the scale it is read from.</summary>
/// <param name="Reason">A sentence for an adviser.</param>
public sealed record DomainBase(BaseDomain Domain, BaseState State, string Reason, Scale? Scale = null)
{
    /// <summary>What would tell more; null where enough is known.</summary>
    public string? ToKnowMore => State switch
    {
        BaseState.NonMesure => $"Proposez un parcours qui mesure {Domain.Subject()}, ou finissez celui qui est commencé.",
        BaseState.Incertain => $"Parlez-en d’abord avec la personne. Si le doute reste sur {Domain.Subject()}, proposez de rejouer au calme, ou un positionnement en face à face.",
        BaseState.Fragile or BaseState.Intermediaire or BaseState.Solide => null,
    };
}

public enum BaseDomain
{
    Litteratie,
    Numeratie,
}

public static class BaseDomainWords
{
    public static string Subject(this BaseDomain domain) => domain switch { BaseDomain.Litteratie => "la lecture et l’écriture", BaseDomain.Numeratie => "le calcul" };

    public static string Title(this BaseDomain domain) => domain switch { BaseDomain.Litteratie => "Lire et écrire", BaseDomain.Numeratie => "Compter et calculer" };
}

/// <summary>The two domains, and what they say together.</summary>
public sealed record BaseReading(DomainBase Litteratie, DomainBase Numeratie)
{
    public IReadOnlyList<DomainBase> Domains => [Litteratie, Numeratie];

    /// <summary>A fragile domain decides, then one to strengthen; solid only when both are.</summary>
    public BaseState State => Combine(Litteratie.State, Numeratie.State);

    public IEnumerable<DomainBase> Unknown => Domains.Where(d => d.ToKnowMore is not null);

    public static BaseState Combine(BaseState one, BaseState other) => (one, other) switch
    {
        (BaseState.Fragile, _) or (_, BaseState.Fragile) => BaseState.Fragile,
        (BaseState.Intermediaire, _) or (_, BaseState.Intermediaire) => BaseState.Intermediaire,
        (BaseState.Solide, BaseState.Solide) => BaseState.Solide,
        (BaseState.Incertain, _) or (_, BaseState.Incertain) => BaseState.Incertain,
        _ => BaseState.NonMesure,
    };

    /// <summary>From the kept results of the engine that counts what is right, never time. Where a domain was positioned, the positioning is read.</summary>
    public static BaseReading Of(Score? diagnostic, PositioningScore? positioning, BeffroiNorms norms) => new(
        DomainReading.Of(BaseDomain.Litteratie, diagnostic, positioning, norms),
        DomainReading.Of(BaseDomain.Numeratie, diagnostic, positioning, norms));
}
