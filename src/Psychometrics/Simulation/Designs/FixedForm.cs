using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The same items for everybody, scored by the posterior mean.</summary>
public abstract record FixedForm : TestDesign
{
    private protected FixedForm(int length) => Length = (int)Require.AtLeast(1, length);

    /// <summary>Items of the form, at least 1; the whole bank when it has fewer.</summary>
    public int Length { get; }

    /// <summary>Distribution of the ability before any answer. Default N(0, 1).</summary>
    public AbilityPrior Prior { get; init; } = AbilityPrior.Standard;

    /// <summary>Positions of the items of the form, in the order asked.</summary>
    internal abstract ImmutableArray<int> Choose(ItemBank bank);

    internal override Func<Sitting, SittingRecord> Prepare(SimulatedBank bank, SimulationScenario scenario)
    {
        var form = Choose(bank.Used);
        var curves = new ScoreCurves(bank.Used, Quadrature.Normal(Prior.Mean, Prior.StandardDeviation));
        return sitting =>
        {
            var log = new double[curves.Grid.Points.Length];
            var asked = 0;
            for (; asked < form.Length && !sitting.HasLeft(asked); asked++)
            {
                if (sitting.Answer(form[asked]) is { } score)
                {
                    curves.Add(form[asked], score, log);
                }
            }

            var posterior = Posterior.Given(curves.Grid, log);
            return new() { Asked = form[..asked], Posterior = posterior, Estimate = (posterior.Mean, posterior.StandardDeviation) };
        };
    }
}

/// <summary>A form whose difficulties spread evenly over those of the bank, from easy to hard: it measures everybody, nobody very well.</summary>
public sealed record BroadForm : FixedForm
{
    /// <summary>A form.</summary>
    /// <param name="length">Items, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is under 1.</exception>
    public BroadForm(int length)
        : base(length)
    {
    }

    internal override ImmutableArray<int> Choose(ItemBank bank)
    {
        int[] order = [.. Enumerable.Range(0, bank.Items.Length).OrderBy(item => Location(bank.Items[item].Model))];
        var length = Math.Min(Length, order.Length);
        return [.. Enumerable.Range(0, length).Select(place => order[(int)((place + 0.5) * order.Length / length)])];
    }

    // The ability of which half the highest score is expected, between -20 and 20 logits.
    static double Location(ItemModel item)
    {
        var (low, high) = (-20.0, 20.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            (low, high) = item.ExpectedScore(middle) < item.MaxScore / 2.0 ? (middle, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A form of the items that tell most at one ability: the best fixed test for one cut (Lord, 1980, ch. 11).</summary>
public sealed record PeakedForm : FixedForm
{
    /// <summary>A form.</summary>
    /// <param name="length">Items, at least 1.</param>
    /// <param name="ability">Where it tells most, in logits, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public PeakedForm(int length, double ability)
        : base(length) => Ability = Require.Finite(ability);

    /// <summary>Where the form tells most, in logits.</summary>
    public double Ability { get; }

    internal override ImmutableArray<int> Choose(ItemBank bank) =>
        [.. Enumerable.Range(0, bank.Items.Length).OrderByDescending(item => bank.Items[item].Model.Information(Ability)).Take(Length)];
}
