using System.Text.RegularExpressions;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;

namespace Beffroi.Incubator.Risks;

public sealed partial record TreatmentForm
{
    readonly IReadOnlyList<string>? _measures;

    /// <summary>Several under one name; a form where none is checked has no such field.</summary>
    public IReadOnlyList<string> Measures { get => _measures ?? []; init => _measures = value; }

    public string? Tests { get; init; }
    public string? ToTake { get; init; }
    public string? DueOn { get; init; }

    public static TreatmentForm Of(RiskLine line) => new() { Measures = [.. line.Measures.Select(m => m.Id.ToString())], Tests = line.Risk.TestsText };

    /// <summary>Both as the risk keeps them: one a line.</summary>
    public (string Measures, string Tests) Read(WorkshopSheet sheet, Errors errors)
    {
        var measures = string.Join('\n', sheet.Of(NoteKind.Measure).Select(m => m.Id.ToString()).Where(id => Measures.Contains(id, StringComparer.OrdinalIgnoreCase)));
        if (measures.Length > Risk.ListMaxLength)
        {
            errors.Add(nameof(Measures), "Choisissez moins de mesures");
        }

        var tests = Risk.Lines((Typed.Optional(Tests, nameof(Tests), Risk.ListMaxLength, errors) ?? "").ReplaceLineEndings("\n"));
        if (tests.FirstOrDefault(t => !TestShape().IsMatch(t)) is { } wrong)
        {
            errors.Add(nameof(Tests), $"«\u00A0{wrong}\u00A0» n’est pas le nom d’un test\u00A0: écrivez-le comme dans le code, sans espace");
        }

        return (measures, string.Join('\n', tests.Distinct(StringComparer.Ordinal)));
    }

    public Acceptance? ReadAcceptance(RiskLine line, Author author, DateOnly today, Errors errors)
    {
        var toTake = Typed.Text(ToTake, nameof(ToTake), Acceptance.TextMaxLength, "Écrivez la mesure à prendre", errors);
        var due = Typed.Day(DueOn, nameof(DueOn), "Écrivez pour quand", errors);
        if (due < today)
        {
            errors.Add(nameof(DueOn), "Choisissez aujourd’hui ou un jour à venir");
        }

        if (line.Residual is not null)
        {
            errors.Add(nameof(ToTake), "Ce risque est déjà accepté pour l’instant");
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), RiskId = line.Risk.Id, ToTake = toTake, DueOn = due!.Value, By = author.Id, At = author.At };
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_.+]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TestShape();
}
