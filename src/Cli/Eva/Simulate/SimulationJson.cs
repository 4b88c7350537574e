using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>The same for a program: every digit.</summary>
static class SimulationJson
{
    public static JsonObject Of(IReadOnlyList<IReadOnlyList<EvaFigures>> scenarios, int persons, int seed) => new()
    {
        ["personnes"] = persons,
        ["graine"] = seed,
        ["normes"] = BeffroiNorms.Expert2026.Version,
        ["plan"] = PositioningDesign.Name,
        ["simulations"] = new JsonArray([.. scenarios.Select(Scenario)]),
        ["limites"] = new JsonArray([.. SimulationWords.Limits.Select(l => JsonValue.Create(l))]),
    };

    static JsonObject Scenario(IReadOnlyList<EvaFigures> figures)
    {
        var scenario = figures[0].Scenario;
        return new()
        {
            ["echelle"] = scenario.IsLiteracy ? "litteratie" : "numeratie",
            ["questions"] = scenario.Truth switch { ItemTruth.AroundExperts => "autour_des_experts", ItemTruth.AsExperts => "des_experts" },
            ["banque"] = scenario.Bank.Version,
            ["items"] = scenario.Bank.Items.Count,
            ["seuil"] = scenario.LowestCut,
            ["facons"] = new JsonArray([.. figures.Select(Way)]),
            ["portes"] = new JsonArray([.. EvaGate.Of(figures[0]).Select(Gate)]),
        };
    }

    static JsonObject Way(EvaFigures way)
    {
        var json = Measures(way.Sides, way.Screening);
        json.Insert(0, "facon", way.Way switch
        {
            WayOfAsking.Adaptive => "adaptatif",
            WayOfAsking.WholeBank => "banque_entiere",
            WayOfAsking.HistoricalAbility => "historique_aptitude",
            WayOfAsking.Historical => "historique_profil",
        });
        if (way.OnOwnCut is var (cut, own))
        {
            json["seuil_propre"] = cut;
            json["au_seuil_propre"] = Measures(own, own);
        }

        return json;
    }

    static JsonObject Measures(SimulationResult sides, SimulationResult screening) => new()
    {
        ["longueur"] = Measure(sides.MeanLength),
        ["longueur_mediane"] = Measure(sides.LengthQuantile(0.5)),
        ["rmse"] = Measure(sides.Rmse),
        ["biais"] = Measure(sides.Bias),
        ["couverture"] = Measure(sides.Coverage),
        ["fidelite"] = Measure(sides.EmpiricalReliability),
        ["fidelite_vraie"] = Measure(sides.TrueReliability),
        ["profil_exact"] = Measure(sides.LevelAgreement),
        ["profil_a_un_pres"] = Measure(sides.AdjacentLevelAgreement),
        ["justesse"] = Measure(sides.Accuracy),
        ["sensibilite"] = Measure(screening.Sensitivity),
        ["specificite"] = Measure(screening.Specificity),
        ["indecis"] = Measure(sides.Undecided),
        ["justesse_si_decide"] = Measure(sides.AccuracyWhenDecided),
        ["kappa"] = Measure(sides.RetestKappa),
        ["exposition"] = Measure(sides.LargestExposure),
    };

    static JsonObject Gate(EvaGate gate) => new()
    {
        ["porte"] = gate.Name,
        ["voulu"] = gate.Limit,
        ["mesure"] = Measure(gate.Measured),
        ["tenue"] = gate.Measured is null ? null : gate.Kept,
        ["au_hasard_pres"] = gate.IsClose,
    };

    static JsonObject? Measure(Measure? measure) => measure is null ? null : new()
    {
        ["valeur"] = JsonNumber.Of(measure.Value),
        ["erreur"] = JsonNumber.Of(measure.MonteCarloError),
        ["n"] = measure.Count,
    };
}
