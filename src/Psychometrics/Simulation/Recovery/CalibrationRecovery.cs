using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A simulation of calibration: are the true parameters of two-parameter items found again, and do the standard errors tell how far off they are?</summary>
public sealed record CalibrationRecovery
{
    /// <summary>Abilities of the people; the calibration takes them as N(0, 1). Default N(0, 1).</summary>
    public AbilityDistribution Abilities { get; init; } = new NormalAbilities();

    /// <summary>How the items of each replication are drawn. Default 60 items.</summary>
    public RandomBank Bank { get; init; } = new() { Items = 60 };

    /// <summary>People who answer, at least 1. Default 1,000.</summary>
    public int Persons { get; init => field = (int)Require.AtLeast(1, value, nameof(Persons)); } = 1_000;

    /// <summary>Share of the answers that are missing, in [0, 1[: each person answers a random part of the bank of the same size, at least one item. Default 0.</summary>
    public double MissingShare { get; init => field = Require.Within(0, Math.BitDecrement(1.0), value, nameof(MissingShare)); }

    /// <summary>What is believed of every item before. Default nothing.</summary>
    public ItemPriors Priors { get; init; } = ItemPriors.None;

    /// <summary>Banks drawn, answered and calibrated, at least 1; Monte-Carlo errors are those between them. Default 10.</summary>
    public int Replications { get; init => field = (int)Require.AtLeast(1, value, nameof(Replications)); } = 10;

    /// <summary>Start of all the chances. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Runs the simulation.</summary>
    /// <param name="threads">Threads at most, at least 1; default 1. The result does not depend on it.</param>
    /// <param name="progress">Told of the number of replications done.</param>
    /// <param name="ct">Stops between two steps of a calibration.</param>
    /// <exception cref="ArgumentException">An item has only one score in a replication and no prior: more people, or priors, are needed.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public RecoveryResult Run(int threads = 1, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var options = new CalibrationOptions { Family = ItemFamily.TwoParameter, Priors = Priors, Threads = threads };
        var items = ImmutableArray.CreateBuilder<RecoveredItem>();
        for (var replication = 0; replication < Replications; replication++)
        {
            var bank = Bank.Draw(RandomStream.Of(Seed, replication));
            var calibration = Calibrator.Run(Answer(bank, replication), options, ct: ct);
            items.AddRange(bank.Items.Zip(calibration.Items, (item, found) => new RecoveredItem(replication, (LogisticItem)item.Model, found)));
            progress?.Report(replication + 1);
        }

        return new(items.ToImmutable());
    }

    ResponseMatrix Answer(ItemBank bank, int replication)
    {
        var asked = Math.Max(1, (int)Math.Round((1 - MissingShare) * bank.Items.Length));
        var scores = new sbyte[Persons * bank.Items.Length];
        Array.Fill(scores, ResponseMatrix.Missing);
        for (var person = 0; person < Persons; person++)
        {
            var chance = RandomStream.Of(Seed, replication, person);
            var ability = Abilities.Draw(chance);
            foreach (var item in chance.Shuffle(bank.Items.Length).AsSpan(0, asked))
            {
                scores[(person * bank.Items.Length) + item] = (sbyte)(chance.NextBool(bank.Items[item].Model.Probability(ability, 1)) ? 1 : 0);
            }
        }

        return new([.. bank.Items.Select(item => item.Id)], scores);
    }
}
