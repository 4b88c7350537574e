using Beffroi.Dsfr;

namespace Beffroi.Incubator.Securing;

/// <summary>The five colours of the canvas.</summary>
public enum NoteKind
{
    Story,
    Source,
    Component,
    Event,
    Measure,
}

/// <summary>A note on the canvas of a workshop.</summary>
public sealed class Note
{
    public const int TextMaxLength = 300;

    /// <summary>Needs go from 0 to two stars; severity and likelihood from one star to three.</summary>
    public const int MostNeed = 2;
    public const int MostStars = 3;

    public required Guid Id { get; init; }
    public required Guid WorkshopId { get; init; }
    public required NoteKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Of a source, how it goes about it; of an event, what the service loses.</summary>
    public string? Detail { get; init; }

    /// <summary>Needs of a story: « disponibilité, intégrité, confidentialité, preuve ».</summary>
    public int Availability { get; init; }
    public int Integrity { get; init; }
    public int Confidentiality { get; init; }
    public int Proof { get; init; }

    /// <summary>Of an event, how severe; of a source, how likely. 0 for the others.</summary>
    public int Stars { get; init; }

    /// <summary>Of a measure, the day by which it is to be there; null: it is there.</summary>
    public DateOnly? PlannedFor { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<(string Need, int Stars)> Needs => [("Disponibilité", Availability), ("Intégrité", Integrity), ("Confidentialité", Confidentiality), ("Preuve", Proof)];
}

/// <summary>A colour is never alone: its word and its icon are beside it.</summary>
public static class NoteWords
{
    public static string Label(this NoteKind kind) => kind switch
    {
        NoteKind.Story => "Récits d’usage",
        NoteKind.Source => "Sources de risque",
        NoteKind.Component => "Composants",
        NoteKind.Event => "Événements redoutés",
        NoteKind.Measure => "Mesures",
    };

    public static string Colour(this NoteKind kind) => kind switch
    {
        NoteKind.Story => "bleu",
        NoteKind.Source => "orange",
        NoteKind.Component => "vert",
        NoteKind.Event => "rouge",
        NoteKind.Measure => "jaune",
    };

    /// <summary>In the address of its page.</summary>
    public static string Path(this NoteKind kind) => kind switch
    {
        NoteKind.Story => "recits",
        NoteKind.Source => "sources",
        NoteKind.Component => "composants",
        NoteKind.Event => "evenements",
        NoteKind.Measure => "mesures",
    };

    public static string Icon(this NoteKind kind) => kind switch
    {
        NoteKind.Story => "fr-icon-user-line",
        NoteKind.Source => "fr-icon-alarm-warning-line",
        NoteKind.Component => "fr-icon-settings-5-line",
        NoteKind.Event => "fr-icon-error-warning-line",
        NoteKind.Measure => "fr-icon-shield-line",
    };

    public static string Need(int stars) => stars switch
    {
        0 => "sans besoin particulier",
        1 => "notable",
        _ => "important",
    };

    /// <summary>One star to three, for a list of choices.</summary>
    public static IReadOnlyList<Option> Stars => [.. Enumerable.Range(1, Note.MostStars).Select(n => new Option($"{n}", $"{n} sur {Note.MostStars}"))];

    public static NoteKind? OfPath(string path) => Enum.GetValues<NoteKind>().Where(k => string.Equals(k.Path(), path, StringComparison.Ordinal)).Select(k => (NoteKind?)k).FirstOrDefault();
}
