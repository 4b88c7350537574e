using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>A person of the simulation: an ability, and what she would answer to each item of the bank on two days.</summary>
sealed class DrawnPerson
{
    /// <summary>Slow enough to be no guess, quick enough to be no pause.</summary>
    const double Seconds = 20;

    readonly int _seed;
    readonly int _number;
    readonly TrueItems _items;
    readonly Dictionary<string, double> _shared;

    public DrawnPerson(int seed, int number, TrueItems items)
    {
        (_seed, _number, _items) = (seed, number, items);
        var chance = Chance.Of(seed, Chance.OfPerson, number);
        Ability = chance.Normal();
        _shared = items.Bank.Items.Select(i => i.Testlet).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => Math.Sqrt(items.SharedVariance) * chance.Normal(), StringComparer.Ordinal);
    }

    /// <summary>Logits; people are N(0, 1), the reference population of the scales.</summary>
    public double Ability { get; }

    /// <summary>Her answers of a day: luck on an item is drawn whether it is asked or not.</summary>
    public Func<BankItem, RouteStep> Answers(int day)
    {
        var chance = Chance.Of(_seed, Chance.OfSitting, _number, day);
        double[] luck = [.. _items.Bank.Items.Select(_ => chance.NextDouble())];
        return item => Step(item, Score(item, luck[_items.Place(item.Id)]));
    }

    /// <summary>Draws the way of an adaptive test.</summary>
    public int WalkSeed(int day) => Chance.Of(_seed, Chance.OfSitting, _number, -day).Next();

    // The luckier, the higher the score.
    int Score(BankItem item, double luck)
    {
        var (model, ability) = (_items.Model(_items.Place(item.Id)), Ability + (item.Testlet is { } name ? _shared[name] : 0));
        var (score, below) = (0, model.Probability(ability, 0));
        while (score < model.MaxScore && luck >= below)
        {
            below += model.Probability(ability, ++score);
        }

        return score;
    }

    /// <summary>As <see cref="BankItem.Mark"/> marks: a dictated word with one fault is worth 0.75.</summary>
    internal static RouteStep Step(BankItem item, int score)
    {
        var full = PositioningDesign.ModelOf(item).MaxScore;
        var marked = new Marked(item.Points * (score == full ? Best(item) : score == 0 ? 0 : 0.75m), score, score == full);
        return new() { Item = item, Mark = RouteMark.Of(item.Id, marked, heard: false), Marked = marked, DontKnow = false, Heard = false, Seconds = Seconds };
    }

    // Some dictated words have a bonus.
    static decimal Best(BankItem item) => item.Solution.Count > 0 && item.Accepted.TryGetValue(item.Solution[0], out var worth) ? worth : 1;
}
