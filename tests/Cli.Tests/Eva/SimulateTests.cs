using System.Text.Json.Nodes;
using Beffroi.Cli.Eva.Simulate;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Cli.Tests.Eva;

/// <summary>The real tests of Eva on invented people: small here, whole in docs/benchmarks.md.</summary>
public sealed class SimulateTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_seed_gives_the_same_bytes_and_another_seed_others()
    {
        async Task<string> Said(string seed) => (await _typed.Run(["eva", "simulate", "--persons", "20", "--seed", seed, "--json"])).Output;
        var first = await Said("3");
        Assert.Equal(first, await Said("3"));
        Assert.NotEqual(first, await Said("4"));
    }

    [Fact]
    public async Task Figures_are_within_what_the_design_promises()
    {
        var answer = await _typed.Run(["eva", "simulate", "--persons", "120", "--seed", "1", "--json"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var said = JsonNode.Parse(answer.Output)!;
        Assert.Equal(
            ["litteratie autour_des_experts", "numeratie autour_des_experts", "litteratie des_experts", "numeratie des_experts"],
            said["simulations"]!.AsArray().Select(s => $"{s!["echelle"]} {s["questions"]}"));
        foreach (var simulation in said["simulations"]!.AsArray())
        {
            JsonNode Way(string name) => simulation!["facons"]!.AsArray().Single(f => (string?)f!["facon"] == name)!;
            double Of(string way, string measure) => (double)Way(way)[measure]!["valeur"]!;

            Assert.InRange(Of("adaptatif", "longueur"), PositioningDesign.Shortest, PositioningDesign.Longest);
            Assert.InRange(Of("adaptatif", "rmse"), 0.25, 0.60);
            Assert.InRange(Of("adaptatif", "couverture"), 0.86, 1);
            // More questions tell more; the historical rules ask more than the adaptive test.
            Assert.Equal((int)simulation!["items"]!, (int)Of("banque_entiere", "longueur"));
            Assert.True(Of("banque_entiere", "rmse") < Of("adaptatif", "rmse"));
            Assert.True(Of("historique_profil", "longueur") > Of("adaptatif", "longueur"));
            Assert.Equal(Of("historique_profil", "longueur"), Of("historique_aptitude", "longueur"));
            // A profile has no error of measurement, and none is made up for it.
            Assert.Null(Way("historique_profil")["rmse"]);
            Assert.Null(Way("historique_profil")["couverture"]);
            Assert.NotNull(Way("historique_profil")["au_seuil_propre"]);
        }
    }

    [Fact]
    public async Task Each_gate_is_said_kept_or_not_and_so_is_what_is_not_proved()
    {
        var answer = await _typed.Run(["eva", "simulate", "--persons", "40"]);
        Assert.Equal(40, answer.Output.Split('\n').Count(l => l.Contains("  oui", StringComparison.Ordinal) || l.Contains("  NON", StringComparison.Ordinal)));
        Assert.Contains("NON", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Ce que ces chiffres ne prouvent pas", answer.Output, StringComparison.Ordinal);
        Assert.Contains("règles historiques, profil", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_is_judged_by_its_own_figure()
    {
        var said = JsonNode.Parse((await _typed.Run(["eva", "simulate", "--persons", "60", "--json"])).Output)!;
        foreach (var gate in said["simulations"]!.AsArray().SelectMany(s => s!["portes"]!.AsArray()).Where(g => g!["mesure"] is not null))
        {
            var (value, wanted) = ((double)gate!["mesure"]!["valeur"]!, (string)gate["voulu"]!);
            double[] bounds = [.. wanted.Replace("−", "-", StringComparison.Ordinal).Replace(',', '.').Split([' ', '≥', '≤', 'à'], StringSplitOptions.RemoveEmptyEntries).Select(b => double.Parse(b, System.Globalization.CultureInfo.InvariantCulture))];
            Assert.Equal(wanted[0] switch { '≥' => value >= bounds[0], '≤' => value <= bounds[0], _ => value >= bounds[0] && value <= bounds[1] }, (bool)gate["tenue"]!);
        }
    }

    [Fact]
    public void A_drawn_answer_is_worth_what_the_same_answer_is_worth_in_the_product()
    {
        foreach (var item in new[] { CafeCodebook.Situation, MarcheCodebook.Situation }.SelectMany(s => PositioningBank.Current(s).Items))
        {
            var full = PositioningDesign.ModelOf(item).MaxScore;
            var right = item.Kind is ItemKind.Sort or ItemKind.Zone or ItemKind.Words ? string.Join(' ', item.Solution) : item.Solution[0];
            Assert.Equal((item.Id, item.Mark(right)), (item.Id, DrawnPerson.Step(item, full).Marked));
            Assert.Equal((item.Id, item.Mark(null)), (item.Id, DrawnPerson.Step(item, 0).Marked));
        }
    }

    [Fact]
    public async Task The_error_of_the_adaptive_test_is_that_of_a_plain_integration_of_its_answers()
    {
        var scenario = EvaScenario.All(20, 5).Single(s => s is { Truth: ItemTruth.AsExperts, IsLiteracy: true });
        var items = scenario.Items(0);
        var errors = Enumerable.Range(0, 20).Select(number =>
        {
            var person = new DrawnPerson(5, number, items);
            var answers = person.Answers(1);
            var steps = Sitting.Of(WayOfAsking.Adaptive, scenario.Bank, person, 1).Asked.Select(id => answers(scenario.Bank.Get(id))).ToList();
            return PlainMean(steps) - person.Ability;
        }).ToList();

        var said = JsonNode.Parse((await _typed.Run(["eva", "simulate", "--persons", "20", "--seed", "5", "--json"])).Output)!;

        var found = said["simulations"]!.AsArray().Single(s => (string?)s!["echelle"] == "litteratie" && (string?)s["questions"] == "des_experts")!["facons"]!.AsArray()[0]!;
        Assert.Equal(Math.Sqrt(errors.Average(e => e * e)), (double)found["rmse"]!["valeur"]!, 2e-3);
        Assert.Equal(errors.Average(), (double)found["biais"]!["valeur"]!, 2e-3);
    }

    // Posterior mean over a fine grid, the effect shared by the questions of one document summed over another.
    static double PlainMean(List<RouteStep> steps)
    {
        var (top, bottom) = (0.0, 0.0);
        for (var theta = -6.0; theta <= 6; theta += 0.02)
        {
            var weight = Math.Exp(-theta * theta / 2);
            foreach (var together in steps.GroupBy(s => s.Item.Testlet, StringComparer.Ordinal))
            {
                weight *= together.Key is null ? together.Aggregate(1.0, (p, s) => p * Chance(s, theta)) : Shared([.. together], theta);
            }

            (top, bottom) = (top + (theta * weight), bottom + weight);
        }

        return top / bottom;
    }

    static double Shared(List<RouteStep> steps, double theta)
    {
        var (top, bottom) = (0.0, 0.0);
        for (var u = -3.0; u <= 3; u += 0.05)
        {
            var weight = Math.Exp(-u * u / (2 * 0.3));
            (top, bottom) = (top + (weight * steps.Aggregate(1.0, (p, s) => p * Chance(s, theta + u))), bottom + weight);
        }

        return top / bottom;
    }

    static double Chance(RouteStep step, double theta)
    {
        double[] steps = step.Item.Dictation is null ? [step.Item.Difficulty] : [step.Item.Difficulty - 1.2, step.Item.Difficulty - 0.2];
        var weights = new double[steps.Length + 1];
        weights[0] = 1;
        for (var k = 1; k < weights.Length; k++)
        {
            weights[k] = weights[k - 1] * Math.Exp(1.1 * (theta - steps[k - 1]));
        }

        return weights[step.Marked.Score] / weights.Sum();
    }
}
