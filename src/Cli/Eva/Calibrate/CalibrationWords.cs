using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Cli.Eva.Calibrate;

/// <summary>A calibration for a person, for a program, and for a file.</summary>
sealed record CalibrationWords(BankOutline Outline, SituationBank Bank, NormScale Scale, ItemCalibration Calibration)
{
    public string Text(CalibrationFiles files)
    {
        var table = new TextTable("question", "réponses", "a", "±", "b", "±", "experts", "à relire");
        foreach (var line in Calibration.Lines)
        {
            table.Add(
                line.Item, French.Number(line.Answers), TextTable.Figure(line.Discrimination, 2), TextTable.Figure(line.DiscriminationError, 2),
                string.Join(" ; ", line.Locations.Select(b => French.Number(b, 2))), line.Errors.Length == 0 ? "fixe" : string.Join(" ; ", line.Errors.Select(e => French.Number(e, 2))),
                French.Number(line.Expert, 2), line.HasMoved ? "oui" : "");
        }

        var said = $"{Outline.Label}, {TechnicalName.Of(Scale)}, banque {Bank.Version} : {French.Count(Calibration.Lines.Count, "question", "questions")}, {French.Count(Calibration.People, "personne", "personnes")} (moyenne {French.Number(Calibration.Mean, 2)}, écart type {French.Number(Calibration.StandardDeviation, 2)} logit). ± est une erreur type.";
        return string.Join("\n\n", new[]
        {
            said, table.ToString(), Calibration.Converged ? null : "Attention : le calcul n’a pas convergé, ces valeurs ne sont pas le maximum.",
            "L’avis des experts (b à 0,6 logit près, log a ~ N(0,18 ; 0,30)) compte dans chaque valeur, d’autant plus qu’il y a peu de réponses. La base et la banque n’ont pas changé.", files.Words(),
        }.Where(part => !string.IsNullOrEmpty(part)));
    }

    public JsonObject Json() => new()
    {
        ["situation"] = Outline.Situation,
        ["echelle"] = TechnicalName.Of(Scale),
        ["banque"] = Bank.Version,
        ["personnes"] = Calibration.People,
        ["moyenne"] = JsonNumber.Of(Calibration.Mean),
        ["ecart_type"] = JsonNumber.Of(Calibration.StandardDeviation),
        ["converge"] = Calibration.Converged,
        ["questions"] = new JsonArray([.. Calibration.Lines.Select(line => new JsonObject
        {
            ["id"] = line.Item,
            ["n"] = line.Answers,
            ["a"] = JsonNumber.Of(line.Discrimination),
            ["se_a"] = JsonNumber.Of(line.DiscriminationError),
            ["b"] = new JsonArray([.. line.Locations.Select(b => JsonNumber.Of(b))]),
            ["se_b"] = new JsonArray([.. line.Errors.Select(e => JsonNumber.Of(e))]),
            ["expert"] = JsonNumber.Of(line.Expert),
            ["difficulte"] = JsonNumber.Of(line.Difficulty),
            ["fixe"] = line.IsAnchor,
            ["a_relire"] = line.HasMoved,
        })]),
    };

    public string Csv()
    {
        var rows = Calibration.Lines.Select(line => string.Join(',', Outline.Situation, Bank.Version, line.Item, N(line.Discrimination), N(line.DiscriminationError), Place(line.Locations, 0), Place(line.Locations, 1), Place(line.Errors, 0), Place(line.Errors, 1), line.Answers.ToString(CultureInfo.InvariantCulture), N(line.Expert), line.IsAnchor ? "1" : "0"));
        return string.Join('\n', rows.Prepend("situation,bank,item,a,se_a,b1,b2,se_b1,se_b2,n,expert,fixed")) + "\n";
    }

    /// <summary>The bank with the estimated difficulties of the items that enough people answered; everything else as it was.</summary>
    public SituationBank Draft(int least)
    {
        var found = Calibration.Lines.Where(l => !l.IsAnchor && l.Answers >= least).ToDictionary(l => l.Item, l => Math.Round(l.Difficulty, 2), StringComparer.Ordinal);
        return Bank with { Items = [.. Bank.Items.Select(i => found.TryGetValue(i.Id, out var b) ? i with { Difficulty = b } : i)] };
    }

    static string Place(System.Collections.Immutable.ImmutableArray<double> values, int at) => at < values.Length ? N(values[at]) : "";

    static string N(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
