using Beffroi.Cli.Psychometrics;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>The simulation for a person who reads a terminal.</summary>
static class SimulationWords
{
    public static readonly IReadOnlyList<string> Limits =
    [
        "Les personnes sont inventées, N(0, 1), et suivent le modèle ; les vraies personnes ne le suivent qu’à peu près.",
        "Les difficultés viennent d’experts : aucune question n’est étalonnée. Une erreur commune à tous les experts ne se voit pas ici.",
        "Les seuils sont une proposition : la simulation dit de quel côté du seuil est une personne, jamais si le seuil est bien placé.",
        "Le temps, la fatigue, le hasard au clavier, l’aide d’un proche et les écarts entre groupes (DIF) ne sont pas simulés.",
        "Le profil historique n’a pas d’aptitude : son erreur et sa couverture n’existent pas. Son seuil propre est celui sous lequel il y a autant de personnes qu’il en repère.",
    ];

    public static string Of(IReadOnlyList<IReadOnlyList<EvaFigures>> scenarios, int persons, int seed)
    {
        var parts = new List<string> { $"{French.Count(persons, "personne inventée", "personnes inventées")} par échelle, graine {seed}. ± est l’erreur de simulation." };
        foreach (var figures in scenarios)
        {
            parts.Add(Heading(figures[0].Scenario) + "\n" + Table(figures));
            parts.Add(Gates(EvaGate.Of(figures[0])));
        }

        return string.Join("\n\n", [.. parts, "Ce que ces chiffres ne prouvent pas :\n" + string.Join('\n', Limits.Select(l => "- " + l))]);
    }

    public static string Scale(EvaScenario scenario) => scenario.IsLiteracy ? "littératie" : "numératie";

    public static string Truth(ItemTruth truth) => truth switch
    {
        ItemTruth.AroundExperts => "questions tirées autour de l’avis des experts",
        ItemTruth.AsExperts => "questions telles que les experts les disent (meilleur cas)",
    };

    public static string Way(WayOfAsking way) => way switch
    {
        WayOfAsking.Adaptive => "adaptatif",
        WayOfAsking.WholeBank => "banque entière",
        WayOfAsking.HistoricalAbility => "questions historiques, aptitude",
        WayOfAsking.Historical => "règles historiques, profil",
    };

    static string Heading(EvaScenario scenario) =>
        $"{char.ToUpper(Scale(scenario)[0], French.Culture)}{Scale(scenario)[1..]}, {Truth(scenario.Truth)} ; seuil du repérage {French.Number(scenario.LowestCut, 2)} logit";

    static string Table(IReadOnlyList<EvaFigures> figures)
    {
        var table = new TextTable("façon de faire", "questions", "erreur (RMSE)", "couverture 95 %", "profil exact", "à un près", "sensibilité", "spécificité", "indécis", "κ deux fois");
        foreach (var way in figures)
        {
            table.Add(Row(Way(way.Way), way.Sides, way.Screening));
            if (way.OnOwnCut is var (cut, own))
            {
                table.Add(Row($"  à son seuil propre ({French.Number(cut, 2)})", own, own));
            }
        }

        return table.ToString();
    }

    static string[] Row(string name, SimulationResult sides, SimulationResult screening) =>
    [
        name, Cell(sides.MeanLength, 1), Cell(sides.Rmse, 3), Cell(sides.Coverage, 3), Cell(sides.LevelAgreement, 3), Cell(sides.AdjacentLevelAgreement, 3),
        Cell(screening.Sensitivity, 3), Cell(screening.Specificity, 3), Cell(sides.Undecided, 3), Cell(sides.RetestKappa, 3),
    ];

    static string Gates(IReadOnlyList<EvaGate> gates)
    {
        var table = new TextTable("limite du test adaptatif", "voulu", "mesuré", "tenue ?");
        foreach (var gate in gates)
        {
            table.Add(gate.Label, gate.Limit, Cell(gate.Measured, 3), gate.Measured is null ? "—" : (gate.Kept ? "oui" : "NON") + (gate.IsClose ? " (au hasard près)" : ""));
        }

        return table.ToString();
    }

    static string Cell(Measure? measure, int decimals) =>
        measure is null ? "—" : French.Number(measure.Value, decimals) + (measure.MonteCarloError is { } error ? $" ± {French.Number(error, decimals)}" : "");
}
