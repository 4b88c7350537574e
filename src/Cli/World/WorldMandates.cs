using Beffroi.Bots;
using Beffroi.Detection;

namespace Beffroi.Cli.World;

/// <summary>Who answers for what is collected, what is looked for, and where it comes from.</summary>
static class WorldMandates
{
    public static readonly Guid Hashtag = WorldBots.Id(0x71);
    public static readonly Guid Words = WorldBots.Id(0x72);
    public static readonly Guid Link = WorldBots.Id(0x73);
    public static readonly Guid OtherHashtag = WorldBots.Id(0x74);

    public static IEnumerable<object> All(WorldAnalysts people, DateTimeOffset now)
    {
        var (ministry, observatory) = (Organisations.Ministry.Id, Organisations.Observatory.Id);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return
        [
            Mandate(WorldBots.Mandate, ministry, "Rumeur sur la fermeture du port imaginaire", LegalBasis.PublicInterestTask, today.AddDays(330), people.Camille, now.AddDays(-18)),
            Mandate(WorldBots.OtherMandate, observatory, "Étude des fausses fermetures", LegalBasis.Research, today.AddDays(9), people.Paul, now.AddDays(-15)),
            Mandate(WorldBots.PastMandate, ministry, "Élections des Marées", LegalBasis.PublicInterestTask, today.AddDays(-1), people.Camille, now.AddDays(-90)),
            Watch(WorldBots.Watch, WorldBots.Mandate, ministry, "Port imaginaire", people.Nadia, now.AddDays(-17),
                (Hashtag, TermKind.Hashtag, "portimaginaire"), (Words, TermKind.Words, "port imaginaire"), (Link, TermKind.Link, "port-imaginaire.example")),
            Watch(WorldBots.OtherWatch, WorldBots.OtherMandate, observatory, "Fausses fermetures", people.Hugo, now.AddDays(-14), (OtherHashtag, TermKind.Hashtag, "portimaginaire")),
            Watch(WorldBots.PastWatch, WorldBots.PastMandate, ministry, "Marées et scrutin", people.Nadia, now.AddDays(-80), (WorldBots.Id(0x75), TermKind.Hashtag, "electionsdesmarees")),
            Source(WorldBots.Jetstream, WorldBots.Watch, SourceKind.Jetstream, "Bluesky", SourceState.Stopped, new(), people.Nadia, now, read: 48_000),
            Source(WorldBots.Upload, WorldBots.Watch, SourceKind.Upload, "Archive de X remise par un partenaire", SourceState.Done, new() { File = "port-imaginaire.jsonl.gz", Network = Network.Twitter }, people.Nadia, now, broken: 2),
            Source(WorldBots.Mastodon, WorldBots.Watch, SourceKind.Mastodon, "Mastodon, instance de la rade", SourceState.Failed, new() { Host = "mastodon.example" }, people.Nadia, now, error: "401 Unauthorized"),
            Source(WorldBots.OtherUpload, WorldBots.OtherWatch, SourceKind.Upload, "Corpus de l’étude", SourceState.Done, new() { File = "corpus.jsonl" }, people.Hugo, now),
        ];
    }

    static Mandate Mandate(Guid id, Guid organisation, string title, LegalBasis basis, DateOnly until, Guid by, DateTimeOffset at) => new()
    {
        Id = id, OrganisationId = organisation, Title = title, Basis = basis, ExpiresOn = until, RecordedAt = at, RecordedBy = by, UnmatchedDays = 15, KeepDays = 180, Countries = "XA",
        Controller = "Direction des Affaires imaginées, 1 place du Beffroi, 59000 Lille, dpo@affaires-imaginees.example",
        Purpose = "Décrire comment une rumeur est poussée, pour avertir le port et ses habitants. Aucune décision n’est prise sur une personne.",
        BasisDetail = basis == LegalBasis.Research ? "Protocole de recherche n° 12 de l’observatoire, validé par son comité d’éthique." : "Décret imaginaire n° 2026-100, article 3 : détecter les ingérences numériques étrangères.",
        Hypothesis = "Un État imaginaire (code réservé XA) a intérêt à faire fuir les armateurs. Des comptes ouverts la même semaine publient le même lien à la même seconde, aux heures de bureau d’un autre fuseau.",
    };

    static Watch Watch(Guid id, Guid mandate, Guid organisation, string name, Guid by, DateTimeOffset at, params (Guid Id, TermKind Kind, string Value)[] terms)
    {
        var watch = new Watch { Id = id, MandateId = mandate, OrganisationId = organisation, Name = name, CreatedAt = at, CreatedBy = by };
        watch.Terms.AddRange(terms.Select(t => new WatchTerm { Id = t.Id, WatchId = id, Kind = t.Kind, Value = t.Value, Key = TermKey.Of(t.Kind, t.Value) ?? t.Value, AddedAt = at, AddedBy = by }));
        return watch;
    }

    // None is wanted: a demonstration goes nowhere outside.
    static Source Source(Guid id, Guid watch, SourceKind kind, string name, SourceState state, SourceSettings settings, Guid by, DateTimeOffset now, long read = 0, long broken = 0, string? error = null) => new()
    {
        Id = id, WatchId = watch, Kind = kind, Name = name, Settings = settings.ToJson(), State = state, Read = read, Broken = broken, LastError = error, LastErrorAt = error is null ? null : now.AddHours(-5),
        Budget = kind == SourceKind.Jetstream ? 100_000 : null, Spent = 156,
        SpentSince = kind == SourceKind.Jetstream ? new DateOnly(now.Year, now.Month, 1) : null, CreatedAt = now.AddDays(-16), CreatedBy = by,
    };
}
