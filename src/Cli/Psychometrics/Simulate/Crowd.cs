using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>The people who take the tests: their true ability when it is known, and their score on each item of the bank.</summary>
abstract class Crowd(ImmutableArray<BankedItem> items)
{
    /// <summary>Items that may be asked.</summary>
    public ImmutableArray<BankedItem> Items => items;

    /// <summary>Rank of each of them in the bank, from 1.</summary>
    public required ImmutableArray<int> Ranks { get; init; }

    public abstract int Persons { get; }

    /// <summary>Goes to the next person: their true ability, and their score on an item by its place in <see cref="Items"/> (null when they have none).</summary>
    public abstract (double? Truth, Func<int, int?> Score) Next();
}

/// <summary>People whose answers to the bank are known.</summary>
sealed class KnownCrowd(ImmutableArray<BankedItem> items, ResponseMatrix answers, IReadOnlyList<double>? truths) : Crowd(items)
{
    int _next;

    public override int Persons => answers.Persons;

    public override (double?, Func<int, int?>) Next()
    {
        var person = _next++;
        return (truths?[person], item => answers[person, item] is not ResponseMatrix.Missing and var score ? score : null);
    }
}

/// <summary>People drawn from a normal distribution. Each person's luck on each item is drawn whether it is asked or not: two ways to test meet the
/// same people giving the same answers.</summary>
sealed class DrawnCrowd(ImmutableArray<BankedItem> items, int persons, double mean, double sd, Random chance) : Crowd(items)
{
    public override int Persons => persons;

    public override (double?, Func<int, int?>) Next()
    {
        // Box & Muller (1958).
        var truth = mean + (sd * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()));
        var luck = new double[Items.Length];
        foreach (ref var draw in luck.AsSpan())
        {
            draw = chance.NextDouble();
        }

        return (truth, item => Score(Items[item].Model, truth, luck[item]));
    }

    // The luckier, the higher the score.
    static int Score(ItemModel item, double ability, double luck)
    {
        Span<double> probabilities = stackalloc double[item.MaxScore + 1];
        item.Probabilities(ability, probabilities);
        var (score, below) = (0, probabilities[0]);
        while (score < item.MaxScore && luck >= below)
        {
            below += probabilities[++score];
        }

        return score;
    }
}
