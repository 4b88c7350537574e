using System.Text.Json;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Competences;

/// <summary>What we say of the transversal competences: name, meaning, what each step means, and what to ask. Our own texts, read once from the assembly.</summary>
public sealed record CompetenceBook
{
    public required string Version { get; init; }

    /// <summary>Said with every step.</summary>
    public required string Caution { get; init; }

    /// <summary>Said where no play tells anything.</summary>
    public required string NotMeasured { get; init; }

    public required IReadOnlyList<CompetenceText> Competences { get; init; }

    public static CompetenceBook Current { get; } = Load();

    public CompetenceText Of(TransversalCompetence competence) => Competences.Single(c => string.Equals(c.Id, TechnicalName.Of(competence), StringComparison.Ordinal));

    static CompetenceBook Load()
    {
        using var stream = typeof(CompetenceBook).Assembly.GetManifestResourceStream("competences.json") ?? throw new InvalidOperationException("The texts of the competences are missing from the assembly.");
        return JsonSerializer.Deserialize<CompetenceBook>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The texts of the competences are empty.");
    }
}

public sealed record CompetenceText
{
    /// <summary>Technical name.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required string Definition { get; init; }

    /// <summary>By step: 1, 2 or 3.</summary>
    public required IReadOnlyDictionary<string, StepText> Steps { get; init; }

    /// <summary>Open questions for the interview.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    public required string WorkExample { get; init; }

    public StepText Step(int step) => Steps[step.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}

/// <param name="Adviser">For who reads the result.</param>
/// <param name="Person">For who played.</param>
public sealed record StepText(string Adviser, string Person);
