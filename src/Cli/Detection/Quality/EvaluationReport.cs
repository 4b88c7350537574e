using System.Text.Json.Nodes;
using Beffroi.Cli.Detection.Accounts;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>What a model is worth on labelled accounts, for a program and for a person.</summary>
/// <param name="Prior">Share of programs: the one given, that of the file, or the default where the file has one label only.</param>
/// <param name="Applied">Share put in the formula.</param>
sealed record EvaluationReport(Figures Figures, double Prior, double Applied, IReadOnlyList<FalseAlarms> Alarms)
{
    /// <summary>
    /// With a share given, the formula of the prior as it stands. Without, the share of programs in the file, put in the formula so that the mean
    /// probability over the file is that share: of the labels, how many are bots is used, never which. A file of one label only has no share to be judged at
    /// (0 or 1 would make every figure flattering by construction): the default of the command that scores.
    /// </summary>
    public static EvaluationReport Of(AutomationModel model, IReadOnlyList<LabelledAccount> accounts, double? prior)
    {
        var bots = accounts.Count(a => a.Bot);
        var given = prior ?? (bots == 0 || bots == accounts.Count ? Priors.Default : null as double?);
        var share = given ?? (double)bots / accounts.Count;
        var features = accounts.AsParallel().AsOrdered().Select(account =>
        {
            var values = new float[AccountFeatures.Count];
            AccountFeatures.Fill(account.Account, account.Posts, model.Handles, values);
            return (Values: values, model.Score(values, 0.5).LogOdds);
        }).ToArray();
        var applied = given ?? Population.Prior([.. features.Select(f => f.LogOdds)], share);
        var judged = features.AsParallel().AsOrdered().Select((f, i) =>
        {
            var score = model.Judge(accounts[i].Account, f.Values, applied);
            return (accounts[i], new Judged(accounts[i].Bot, score.LogOdds, score.Probability, score.Class == AutomationClass.Bot, score.Class == AutomationClass.Undetermined));
        }).ToArray();
        return new(Figures.Of([.. judged.Select(j => j.Item2)]), share, applied, FalseAlarms.Of(judged));
    }

    bool HasOneLabel => Figures.Bots == 0 || Figures.Bots == Figures.Accounts;

    /// <summary>Says what the figures cannot.</summary>
    public void Warn(Terminal terminal)
    {
        if (HasOneLabel)
        {
            Note.Write(terminal, $"tous ces comptes ont la même étiquette ({(Figures.Bots == 0 ? "human" : "bot")}) : ni AUC, ni F1, ni précision, ni rappel, ni erreur de calibration. Part de programmes supposée : {French.Percent(Prior)}");
        }
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
            .Add("Part de programmes supposée", TextTable.Figure(Prior)).Add("Part mise dans la formule", TextTable.Figure(Applied));
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
