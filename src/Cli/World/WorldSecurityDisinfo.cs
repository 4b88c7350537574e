using Beffroi.Incubator;
using Beffroi.Incubator.Securing;

namespace Beffroi.Cli.World;

/// <summary>The workshop of DISINFO, which is out of date, and its firm homologation: invented.</summary>
static class WorldSecurityDisinfo
{
    static readonly Guid Workshop = new("0e000000-0000-7000-8000-000000000440");

    static readonly DateOnly Held = new(2026, 3, 10);

    public static IEnumerable<object> Of(Startup disinfo, Guid by)
    {
        var d = new Drawn(Workshop, by, WorldSecurity.At(Held));
        return
        [
            new Workshop { Id = Workshop, StartupId = disinfo.Id, HeldOn = Held, Facilitation = Facilitation.Security, Scope = "Lire des sources publiques, donner une note à des comptes, la montrer.", OutOfScope = null, Figure = null, Ceiling = null, By = by, At = d.At },
            d.Story("Une analyste lit la note d’un compte", availability: 1, integrity: 2, confidentiality: 1, proof: 2),
            d.Source(1, "Quelqu’un qui manipule", "il envoie un fichier qui grossit sans fin", 2),
            d.Component(2, "La lecture des fichiers"),
            d.Event(3, "Arrêter la détection", "Laisser passer une manipulation", 3),
            d.Measure(4, "Refuser ce qui grossit sans fin", null),
            d.Risk(d.Id(20), 1, 2, 3, 2, [4], "What_grows_without_end_is_refused_before_it_fills_the_memory"),
            new Trigger { Id = d.Id(21), WorkshopId = Workshop, Kind = TriggerKind.Architecture, What = "Le détecteur écoute une nouvelle source", On = new(2026, 10, 20), By = by, At = WorldSecurity.At(new(2026, 10, 20)) },
            new Homologation
            {
                Id = d.Id(22), StartupId = disinfo.Id, Kind = HomologationKind.Firm, Authority = "Direction du service, autorité d’homologation (exemple)", From = new(2026, 4, 1), Until = new(2029, 3, 31), Criteria = "Aucune donnée privée n’est lue", Figure = null, Ceiling = null, By = by, At = WorldSecurity.At(new(2026, 4, 1)),
            },
        ];
    }
}

/// <summary>Notes of one workshop, called by a number that the risks use.</summary>
sealed record Drawn(Guid Workshop, Guid By, DateTimeOffset At)
{
    /// <summary>Made from that of the workshop, so that it is the same in each demonstration.</summary>
    public Guid Id(int number)
    {
        var bytes = Workshop.ToByteArray(bigEndian: true);
        bytes[9] = (byte)number;
        return new(bytes, bigEndian: true);
    }

    public Note Story(string text, int availability, int integrity, int confidentiality, int proof) =>
        new() { Id = Guid.CreateVersion7(At), WorkshopId = Workshop, Kind = NoteKind.Story, Text = text, Availability = availability, Integrity = integrity, Confidentiality = confidentiality, Proof = proof, By = By, At = At };

    public Note Source(int number, string text, string how, int likelihood) => Of(number, NoteKind.Source, text, how, likelihood, null);

    public Note Component(int number, string text) => Of(number, NoteKind.Component, text, null, 0, null);

    public Note Event(int number, string text, string impact, int severity) => Of(number, NoteKind.Event, text, impact, severity, null);

    public Note Measure(int number, string text, DateOnly? planned) => Of(number, NoteKind.Measure, text, null, 0, planned);

    public Risk Risk(Guid id, int source, int component, int feared, int likelihood, int[] measures, params string[] tests) => new()
    {
        Id = id, WorkshopId = Workshop, SourceId = Id(source), ComponentId = Id(component), EventId = Id(feared), Likelihood = likelihood, MeasuresText = string.Join('\n', measures.Select(Id)), TestsText = string.Join('\n', tests), By = By, At = At,
    };

    Note Of(int number, NoteKind kind, string text, string? detail, int stars, DateOnly? planned) =>
        new() { Id = Id(number), WorkshopId = Workshop, Kind = kind, Text = text, Detail = detail, Stars = stars, PlannedFor = planned, By = By, At = At };
}
