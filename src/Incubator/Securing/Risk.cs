using Beffroi.Kit;

namespace Beffroi.Incubator.Securing;

/// <summary>A source that acts upon a component, so that something feared happens: three notes of the canvas.</summary>
public sealed class Risk
{
    public const int ListMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid WorkshopId { get; init; }
    public required Guid SourceId { get; init; }
    public required Guid ComponentId { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>1 to 3 stars: those of the source, unless the team saw it otherwise for this risk.</summary>
    public required int Likelihood { get; init; }

    /// <summary>Notes of the measures that treat it, one a line.</summary>
    public string MeasuresText { get; set; } = "";

    /// <summary>Names of the automated tests that show the attack to fail, one a line.</summary>
    public string TestsText { get; set; } = "";

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<Guid> Measures => [.. Lines(MeasuresText).Select(Guid.Parse)];

    public IReadOnlyList<string> TestNames => Lines(TestsText);

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A risk that is accepted for now: what is still to be done, and by when.</summary>
public sealed class Acceptance
{
    public const int TextMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid RiskId { get; init; }
    public required string ToTake { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateOnly? TakenOn { get; set; }
    public Guid? TakenBy { get; set; }

    public bool IsLate(DateOnly today) => TakenOn is null && DueOn < today;
}

/// <summary>A risk with the notes that it is made of.</summary>
public sealed record RiskLine(Risk Risk, Note Source, Note Component, Note Event, IReadOnlyList<Note> Measures, IReadOnlyList<Acceptance> Acceptances)
{
    /// <summary>The guide gives no threshold: from 6 on, one of the two is at its highest and the other is not at its lowest.</summary>
    public const int High = 6;

    public int Severity => Event.Stars;

    public int Criticality => Severity * Risk.Likelihood;

    public bool IsHigh => Criticality >= High;

    /// <summary>Accepted for now, and the measure is not taken yet.</summary>
    public Acceptance? Residual => Acceptances.FirstOrDefault(a => a.TakenOn is null);

    /// <summary>What a high risk still lacks, in words; null when nothing.</summary>
    public string? Lacks => (IsHigh, Measures.Count == 0, Risk.TestNames.Count == 0) switch
    {
        (true, true, true) => "Il manque une mesure et un test.",
        (true, true, false) => "Il manque une mesure.",
        (true, false, true) => "Il manque un test.",
        _ => null,
    };

    /// <summary>The abuser story that goes to the backlog.</summary>
    public string AbuserStory => $"En tant que {Low(Source.Text)}, lorsque {Low(Component.Text)} est vulnérable, afin de {Low(Event.Detail ?? Event.Text)}, je souhaite {Low(Event.Text)}.";

    public string Title => $"{Source.Text}, {Component.Text}\u00A0: {Event.Text}";

    // A sentence goes on with a small letter, unless the word is written in capitals.
    static string Low(string text) => text.Length > 1 && (char.IsLower(text[1]) || text[1] is '’' or '\'' or ' ') ? char.ToLower(text[0], French.Culture) + text[1..].TrimEnd('.') : text.TrimEnd('.');
}
