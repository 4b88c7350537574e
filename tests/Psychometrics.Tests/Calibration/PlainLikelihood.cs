using System.Globalization;

namespace Beffroi.Psychometrics.Tests;

/// <summary>The marginal likelihood written the slow and obvious way, person by person on a finer grid, and its second derivatives by differences.</summary>
static class PlainLikelihood
{
    const int Intervals = 160;

    public static double Of(ResponseMatrix answers, IReadOnlyList<ItemModel> items)
    {
        var total = 0.0;
        foreach (var (row, people) in Enumerable.Range(0, answers.Persons).CountBy(p => string.Join(' ', answers.Row(p).ToArray()), StringComparer.Ordinal))
        {
            int[] scores = [.. row.Split(' ').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
            var (mass, weights) = (0.0, 0.0);
            for (var i = 0; i <= Intervals; i++)
            {
                var theta = -8 + (16.0 * i / Intervals);
                var weight = Math.Exp(-theta * theta / 2);
                weights += weight;
                mass += weight * items.Select((item, j) => scores[j] < 0 ? 1 : Probability(item, theta, scores[j])).Aggregate(1.0, (x, y) => x * y);
            }

            total += people * Math.Log(mass / weights);
        }

        return total;
    }

    /// <summary>The same items with one free parameter moved either way.</summary>
    public static IEnumerable<ItemModel[]> Neighbours(ItemModel[] items, ItemFamily family, double step)
    {
        var slopeMoves = family is not (ItemFamily.Rasch or ItemFamily.PartialCredit);
        if (family is ItemFamily.OneParameter)
        {
            yield return [.. items.Select(i => Moved(i, 0, step))];
            yield return [.. items.Select(i => Moved(i, 0, -step))];
        }

        for (var i = 0; i < items.Length; i++)
        {
            var parameters = items[i].MaxScore + (family is ItemFamily.ThreeParameter ? 2 : 1);
            for (var p = slopeMoves && family is not ItemFamily.OneParameter ? 0 : 1; p < parameters; p++)
            {
                yield return [.. items.Select((item, j) => i == j ? Moved(item, p, step) : item)];
                yield return [.. items.Select((item, j) => i == j ? Moved(item, p, -step) : item)];
            }
        }
    }

    public static double[,] Covariance(ResponseMatrix answers, PartialCreditItem[] items)
    {
        const double h = 1e-3;
        var places = items.SelectMany((item, i) => Enumerable.Range(0, item.MaxScore + 1).Select(p => (i, p))).ToArray();
        double At(params ReadOnlySpan<(int Place, double Step)> moves)
        {
            var moved = items.Cast<ItemModel>().ToArray();
            foreach (var (place, step) in moves)
            {
                var (i, p) = places[place];
                moved[i] = Moved(moved[i], p, step);
            }

            return Of(answers, moved);
        }

        var n = places.Length;
        var information = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                information[i, j] = information[j, i] = -(At((i, h), (j, h)) - At((i, h), (j, -h)) - At((i, -h), (j, h)) + At((i, -h), (j, -h))) / (4 * h * h);
            }
        }

        return Inverse(information);
    }

    static ItemModel Moved(ItemModel item, int parameter, double step) => (item, parameter) switch
    {
        (LogisticItem logistic, 0) => logistic with { Discrimination = logistic.Discrimination + step },
        (LogisticItem logistic, 1) => logistic with { Difficulty = logistic.Difficulty + step },
        (LogisticItem logistic, _) => logistic with { LowerAsymptote = logistic.LowerAsymptote + step },
        (GradedItem graded, 0) => new GradedItem(graded.Discrimination + step, graded.Thresholds),
        (GradedItem graded, _) => new GradedItem(graded.Discrimination, graded.Thresholds.SetItem(parameter - 1, graded.Thresholds[parameter - 1] + step)),
        (PartialCreditItem credit, 0) => new PartialCreditItem(credit.Discrimination + step, credit.Steps),
        (PartialCreditItem credit, _) => new PartialCreditItem(credit.Discrimination, credit.Steps.SetItem(parameter - 1, credit.Steps[parameter - 1] + step)),
        _ => throw new InvalidOperationException(),
    };

    // Textbook formulas, with none of the library's own.
    static double Probability(ItemModel item, double theta, int score)
    {
        double Above(GradedItem g, int k) => k == 0 ? 1 : k > g.MaxScore ? 0 : 1 / (1 + Math.Exp(-g.Discrimination * (theta - g.Thresholds[k - 1])));
        double Odds(PartialCreditItem c, int k) => Math.Exp(c.Steps.Take(k).Sum(b => c.Discrimination * (theta - b)));
        return item switch
        {
            LogisticItem l when score == 1 => l.LowerAsymptote + ((1 - l.LowerAsymptote) / (1 + Math.Exp(-l.Discrimination * (theta - l.Difficulty)))),
            LogisticItem => 1 - Probability(item, theta, 1),
            GradedItem g => Above(g, score) - Above(g, score + 1),
            PartialCreditItem c => Odds(c, score) / Enumerable.Range(0, c.MaxScore + 1).Sum(k => Odds(c, k)),
            _ => throw new InvalidOperationException(),
        };
    }

    // Gauss-Jordan.
    static double[,] Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var (a, inverse) = ((double[,])matrix.Clone(), new double[n, n]);
        for (var i = 0; i < n; i++)
        {
            inverse[i, i] = 1;
        }

        for (var i = 0; i < n; i++)
        {
            var pivot = a[i, i];
            for (var j = 0; j < n; j++)
            {
                (a[i, j], inverse[i, j]) = (a[i, j] / pivot, inverse[i, j] / pivot);
            }

            for (var r = 0; r < n; r++)
            {
                var factor = r == i ? 0 : a[r, i];
                for (var j = 0; j < n; j++)
                {
                    (a[r, j], inverse[r, j]) = (a[r, j] - (factor * a[i, j]), inverse[r, j] - (factor * inverse[i, j]));
                }
            }
        }

        return inverse;
    }
}
