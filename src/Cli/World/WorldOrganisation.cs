using Beffroi.Chat.Cases;

namespace Beffroi.Cli.World;

/// <summary>An invented organisation of the chat; its people are those of <see cref="People"/>.</summary>
/// <param name="Members">The first is its referent where <paramref name="HasReferent"/>.</param>
public sealed record WorldOrganisation(Guid Id, string Name, Sector Sector, IReadOnlyList<string> Domains, IReadOnlyList<WorldPerson> Members, bool HasReferent = true);

public static class Organisations
{
    public static readonly WorldOrganisation Ministry = new(
        new("0e000000-0000-7000-8000-000000000001"), "Ministère des Affaires imaginées", Sector.State,
        ["equipe.beffroi.example", "affaires-imaginees.example"], [People.Camille, People.Nadia]);

    public static readonly WorldOrganisation Observatory = new(
        new("0e000000-0000-7000-8000-000000000002"), "Observatoire Libre", Sector.CivilSociety,
        ["region.beffroi.example", "observatoire-libre.example"], [People.Paul, People.Hugo]);

    public static readonly WorldOrganisation Laboratory = new(
        new("0e000000-0000-7000-8000-000000000003"), "Laboratoire Signal", Sector.Research,
        ["atelier.beffroi.example"], [People.Samira], HasReferent: false);

    public static readonly IReadOnlyList<WorldOrganisation> All = [Ministry, Observatory, Laboratory];
}
