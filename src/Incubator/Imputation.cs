using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>The five axes of Chorus on which the convention's money is spent (its article 5). They name one programme.</summary>
public sealed partial record Imputation
{
    public const int MaxLength = 20;

    /// <summary>« Axe ministériel 1 »; null where the convention leaves it empty.</summary>
    public required string? MinisterialAxis { get; init; }

    /// <summary>« Domaine fonctionnel »: programme-action, and a sub-action: 0105-06-08.</summary>
    public required string FunctionalDomain { get; init; }

    /// <summary>« Centre financier », which is the operational unit too: 0103-CEFP-C003.</summary>
    public required string FinancialCentre { get; init; }

    /// <summary>Twelve characters, the programme first.</summary>
    public required string Activity { get; init; }

    /// <summary>« Centre de coût »: ten characters.</summary>
    public required string CostCentre { get; init; }

    public string Programme => FunctionalDomain[..4];

    public static Imputation? Read(ImputationForm form, Errors errors)
    {
        var axis = Typed.Optional(form.MinisterialAxis, nameof(form.MinisterialAxis), MaxLength, errors);
        var domain = Code(form.FunctionalDomain, nameof(form.FunctionalDomain), Domain(), "Exemple : 0105-06-08", errors);
        var centre = Code(form.FinancialCentre, nameof(form.FinancialCentre), Centre(), "Exemple : 0103-CEFP-C003", errors);
        var activity = Code(form.Activity, nameof(form.Activity), TwelveCharacters(), "12 chiffres ou majuscules. Exemple : 010300000623", errors);
        var cost = Code(form.CostCentre, nameof(form.CostCentre), TenCharacters(), "10 chiffres ou majuscules. Exemple : AECDSI2044", errors);
        if (domain is null || centre is null || activity is null || cost is null)
        {
            return null;
        }

        SameProgramme(domain, centre, nameof(form.FinancialCentre), errors);
        SameProgramme(domain, activity, nameof(form.Activity), errors);
        return errors.Any ? null : new() { MinisterialAxis = axis, FunctionalDomain = domain, FinancialCentre = centre, Activity = activity, CostCentre = cost };
    }

    static void SameProgramme(string domain, string code, string field, Errors errors)
    {
        if (!code.StartsWith(domain[..4], StringComparison.Ordinal))
        {
            errors.Add(field, $"Ce code n’est pas du programme {domain[..4]}, celui du domaine fonctionnel");
        }
    }

    static string? Code(string? typed, string field, Regex shape, string example, Errors errors)
    {
        var code = (typed ?? "").Trim();
        if (shape.IsMatch(code))
        {
            return code;
        }

        errors.Add(field, code.Length == 0 ? $"Écrivez ce code. {example}" : $"Ce code n’a pas la forme attendue. {example}");
        return null;
    }

    // Shapes that fit both known conventions.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Domain();

    [GeneratedRegex("^[0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Centre();

    [GeneratedRegex("^[0-9A-Z]{12}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TwelveCharacters();

    [GeneratedRegex("^[0-9A-Z]{10}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TenCharacters();
}

public sealed record ImputationForm
{
    public string? MinisterialAxis { get; init; }
    public string? FunctionalDomain { get; init; }
    public string? FinancialCentre { get; init; }
    public string? Activity { get; init; }
    public string? CostCentre { get; init; }

    public static ImputationForm Of(Imputation i) => new() { MinisterialAxis = i.MinisterialAxis, FunctionalDomain = i.FunctionalDomain, FinancialCentre = i.FinancialCentre, Activity = i.Activity, CostCentre = i.CostCentre };
}
