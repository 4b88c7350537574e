using Beffroi.Eva;

namespace Beffroi.Cli.World;

/// <summary>An invented campaign; its code is fixed, so that a test or a visitor can type it.</summary>
public sealed record WorldCampaign(string Label, string Code, WorldPerson Author)
{
    public Parcours Parcours { get; init; } = Parcours.CompetencesDeBase;

    /// <summary>Opened before the other situations came: a campaign keeps its own list.</summary>
    public IReadOnlyList<string> Situations { get; init; } = [ParcoursPlan.Livraison, ParcoursPlan.Maintenance];

    public bool WithWriting { get; init; }
    public bool WithSelfPositioning { get; init; }
    public bool WithConfidence { get; init; }
    public bool IsPrivate { get; init; }
    public bool IsClosed { get; init; }
}

public static class Campaigns
{
    public static readonly WorldCampaign Accueil = new("Accueil de novembre", "BKT59000", People.Hugo) { WithWriting = true };
    public static readonly WorldCampaign Rose = new("Entretiens de Rose", "FLM59000", People.Rose) { IsPrivate = true };
    public static readonly WorldCampaign Octobre = new("Essai d’octobre", "VRD59000", People.Nadia) { IsClosed = true };
    public static readonly WorldCampaign Canal = new("Équipe du canal", "CNL59500", People.Samira);

    public static readonly WorldCampaign Complet = new("Parcours complet", "GRV59000", People.Hugo)
    {
        Parcours = Parcours.Complet,
        Situations = ParcoursPlan.Names(Parcours.Complet),
        WithWriting = true,
        WithSelfPositioning = true,
        WithConfidence = true,
    };

    public static readonly IReadOnlyList<WorldCampaign> All = [Accueil, Rose, Octobre, Canal, Complet];
}
