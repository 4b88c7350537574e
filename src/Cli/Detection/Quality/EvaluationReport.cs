using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>What a model is worth on labelled accounts, for a program and for a person.</summary>
sealed record EvaluationReport(Figures Figures, double Prior, IReadOnlyList<FalseAlarms> Alarms)
{
    /// <summary>Where a file has one label only, its share of programs would be 0 or 1: one account of the other is supposed.</summary>
    public static EvaluationReport Of(AutomationModel model, IReadOnlyList<LabelledAccount> accounts, double? prior)
    {
        var share = prior ?? Math.Clamp((double)accounts.Count(a => a.Bot) / accounts.Count, 0.5 / (accounts.Count + 1), (accounts.Count + 0.5) / (accounts.Count + 1));
        var judged = accounts.AsParallel().AsOrdered().Select(account =>
        {
            var score = model.Score(account.Account, account.Posts, share);
            return (account, new Judged(account.Bot, score.LogOdds, score.Probability, score.Class == AutomationClass.Bot, score.Class == AutomationClass.Undetermined));
        }).ToArray();
        return new(Figures.Of([.. judged.Select(j => j.Item2)]), share, FalseAlarms.Of(judged));
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
