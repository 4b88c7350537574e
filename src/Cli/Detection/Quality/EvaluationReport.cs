using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>What a model is worth on labelled accounts, for a program and for a person.</summary>
/// <param name="Prior">Share of programs: the one given, or that of the file.</param>
/// <param name="Applied">Share put in the formula.</param>
sealed record EvaluationReport(Figures Figures, double Prior, double Applied, IReadOnlyList<FalseAlarms> Alarms)
{
    /// <summary>
    /// With a share given, the formula of the prior as it stands. Without, the share of programs in the file, put in the formula so that the mean
    /// probability over the file is that share: what somebody who knows a population and its share would do, without any label.
    /// </summary>
    public static EvaluationReport Of(AutomationModel model, IReadOnlyList<LabelledAccount> accounts, double? prior)
    {
        // A file of one label only would have a share of 0 or 1: half an account of the other is supposed.
        var share = prior ?? (accounts.Count(a => a.Bot) + 0.5) / (accounts.Count + 1);
        var features = accounts.AsParallel().AsOrdered().Select(account =>
        {
            var values = new float[AccountFeatures.Count];
            AccountFeatures.Fill(account.Account, account.Posts, model.Handles, values);
            return (Values: values, model.Score(values, 0.5).LogOdds);
        }).ToArray();
        var applied = prior ?? Population.Prior([.. features.Select(f => f.LogOdds)], share);
        var judged = features.AsParallel().AsOrdered().Select((f, i) =>
        {
            var score = model.Judge(accounts[i].Account, f.Values, applied);
            return (accounts[i], new Judged(accounts[i].Bot, score.LogOdds, score.Probability, score.Class == AutomationClass.Bot, score.Class == AutomationClass.Undetermined));
        }).ToArray();
        return new(Figures.Of([.. judged.Select(j => j.Item2)]), prior ?? (double)accounts.Count(a => a.Bot) / accounts.Count, applied, FalseAlarms.Of(judged));
    }

    public JsonObject Json() => new()
    {
        ["n"] = Figures.Accounts,
        ["bots"] = Figures.Bots,
        ["auc"] = JsonNumber.Of(Figures.Auc),
        ["f1"] = JsonNumber.Of(Figures.F1),
        ["precision"] = JsonNumber.Of(Figures.Precision),
        ["recall"] = JsonNumber.Of(Figures.Recall),
        ["brier"] = JsonNumber.Of(Figures.Brier),
        ["ece"] = JsonNumber.Of(Figures.Ece),
        ["undetermined"] = Figures.Undetermined,
        ["prior"] = JsonNumber.Of(Prior),
        ["priorApplied"] = JsonNumber.Of(Applied),
        ["falseAlarms"] = new JsonArray([.. Alarms.Select(a => (JsonNode)new JsonObject { ["group"] = a.Group, ["people"] = a.People, ["alarms"] = a.Alarms, ["rate"] = JsonNumber.Of(a.Rate) })]),
    };

    public string Text()
    {
        var table = new TextTable("Mesure", "Valeur")
            .Add("Comptes", French.Number(Figures.Accounts)).Add("Programmes", French.Number(Figures.Bots)).Add("AUC", TextTable.Figure(Figures.Auc))
            .Add("F1", TextTable.Figure(Figures.F1)).Add("Précision", TextTable.Figure(Figures.Precision)).Add("Rappel", TextTable.Figure(Figures.Recall))
            .Add("Brier", TextTable.Figure(Figures.Brier)).Add("Erreur de calibration", TextTable.Figure(Figures.Ece)).Add("Indéterminés", French.Number(Figures.Undetermined))
            .Add("Part de programmes supposée", TextTable.Figure(Prior));
        var alarms = new TextTable("Fausses alertes", "personnes", "alertes", "part");
        foreach (var alarm in Alarms)
        {
            alarms.Add(Name(alarm.Group), French.Number(alarm.People), French.Number(alarm.Alarms), TextTable.Figure(alarm.Rate));
        }

        var chance = Figures.Auc is { } auc && auc < Chance(Figures) ? "\n\nSur ces comptes, le modèle ne fait pas mieux que le hasard." : "";
        return $"{table}\n\n{alarms}\n\nJournalistes et militants : d’après les mots de leur description, à peu près. Une note est une raison de regarder, jamais une preuve.{chance}";
    }

    /// <summary>One half and two standard errors under chance (Hanley and McNeil, 1982).</summary>
    static double Chance(Figures figures) => 0.5 + (2 * Math.Sqrt((figures.Accounts + 1) / (12.0 * figures.Bots * (figures.Accounts - figures.Bots))));

    static string Name(string group) => group switch
    {
        "all" => "toutes les personnes",
        "verified" => "comptes vérifiés",
        "young" => "moins de 90 jours",
        "quiet" => "moins de 50 publications",
        "journalists" => "journalistes",
        "activists" => "militants",
        _ => group.Replace("language ", "langue ", StringComparison.Ordinal),
    };
}
