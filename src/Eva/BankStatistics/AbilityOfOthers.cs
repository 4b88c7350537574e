using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.BankStatistics;

/// <summary>Where people stand, told by their answers to the other questions alone. Kept as one grid for all of them, so that a million people take no more room than one.</summary>
sealed class AbilityOfOthers
{
    static readonly Quadrature Grid = Quadrature.Normal(points: 61, halfWidth: 5);

    // Each person's posterior over the grid, summed over persons.
    readonly double[] _people = new double[Grid.Points.Length];
    readonly double[] _one = new double[Grid.Points.Length];

    public int People { get; private set; }

    /// <summary>A person, by her other answers: the expert difficulty of each question, and whether she was right.</summary>
    public void Add(IEnumerable<(double Difficulty, bool Right)> others)
    {
        for (var q = 0; q < _one.Length; q++)
        {
            _one[q] = Grid.LogWeights[q];
        }

        foreach (var (difficulty, right) in others)
        {
            for (var q = 0; q < _one.Length; q++)
            {
                _one[q] += Math.Log(right ? Chance(q, difficulty) : 1 - Chance(q, difficulty));
            }
        }

        var highest = _one.Max();
        var total = _one.Sum(log => Math.Exp(log - highest));
        for (var q = 0; q < _one.Length; q++)
        {
            _people[q] += Math.Exp(_one[q] - highest) / total;
        }

        People++;
    }

    /// <summary>How many of these people are right if the question has this difficulty.</summary>
    public double ExpectedRight(double difficulty) => _people.Index().Sum(p => p.Item * Chance(p.Index, difficulty));

    /// <summary>The difficulty that makes the expected number the observed one (maximum likelihood given the abilities): by halving, the number falls as the difficulty rises.</summary>
    public ObservedDifficulty? Observed(int right)
    {
        if (right <= 0 || right >= People)
        {
            return null;
        }

        var (low, high) = (-12.0, 12.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = ExpectedRight(middle) > right ? (middle, high) : (low, middle);
        }

        var information = PositioningDesign.Discrimination * PositioningDesign.Discrimination * _people.Index().Sum(p => p.Item * Chance(p.Index, low) * (1 - Chance(p.Index, low)));
        return new(low, 1 / Math.Sqrt(information));
    }

    static double Chance(int q, double difficulty) => 1 / (1 + Math.Exp(-PositioningDesign.Discrimination * (Grid.Points[q] - difficulty)));
}
