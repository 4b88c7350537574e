namespace Beffroi.Psychometrics;

/// <summary>Means and covariances, given the total score, of passing each step of each item, for one group of people.</summary>
sealed class ConditionalMoments
{
    readonly ConditionalSample _sample;
    readonly ConditionalGroup _group;
    readonly ScorePolynomial[] _items;
    readonly ScorePolynomial _total;
    readonly int[] _totals;

    public ConditionalMoments(ConditionalSample sample, ConditionalGroup group, ScorePolynomial[] items)
    {
        (_sample, _group) = (sample, group);
        _items = [.. group.Items.Select(i => items[i])];
        _total = ScorePolynomial.Product(_items);
        _totals = [.. Enumerable.Range(0, group.People.Length).Where(r => group.People[r] > 0)];
    }

    public void AddTo(double[] gradient, double[] information)
    {
        var rest = ScorePolynomial.LeaveOneOut(_items, ScorePolynomial.One);
        var passed = _items.Select((item, i) => Passed(item, rest[i])).ToArray();
        var before = ScorePolynomial.One;
        for (var i = 0; i < _items.Length; i++)
        {
            AddOwn(i, passed[i], gradient, information);
            var others = ScorePolynomial.LeaveOneOut(_items.AsSpan(i + 1), before);
            for (var j = i + 1; j < _items.Length; j++)
            {
                AddPair(i, j, passed[i], passed[j], others[j - i - 1], information);
            }

            before *= _items[i];
        }
    }

    int Step(int item, int step) => _sample.FirstSteps[_group.Items[item]] + step;

    // P(score > v | total): [total met][v].
    double[][] Passed(ScorePolynomial item, ScorePolynomial rest)
    {
        var scale = Math.Exp(item.LogScale + rest.LogScale - _total.LogScale);
        return [.. _totals.Select(r =>
        {
            var passed = new double[item.Degree];
            var sum = 0.0;
            for (var k = item.Degree; k >= 1; k--)
            {
                sum += scale * item[k] * rest[r - k] / _total[r];
                passed[k - 1] = sum;
            }

            return passed;
        })];
    }

    // Passing two steps of one item is passing the higher.
    void AddOwn(int item, double[][] passed, double[] gradient, double[] information)
    {
        for (var at = 0; at < _totals.Length; at++)
        {
            var (people, p) = (_group.People[_totals[at]], passed[at]);
            for (var v = 0; v < p.Length; v++)
            {
                gradient[Step(item, v)] += people * p[v];
                for (var w = 0; w < p.Length; w++)
                {
                    information[(Step(item, v) * _sample.Reached.Length) + Step(item, w)] += people * (p[Math.Max(v, w)] - (p[v] * p[w]));
                }
            }
        }
    }

    void AddPair(int i, int j, double[][] first, double[][] second, ScorePolynomial rest, double[] information)
    {
        var (one, other, size) = (_items[i], _items[j], _sample.Reached.Length);
        var scale = Math.Exp(one.LogScale + other.LogScale + rest.LogScale - _total.LogScale);
        var both = new double[one.Degree + 1, other.Degree + 1];
        for (var at = 0; at < _totals.Length; at++)
        {
            var (r, people) = (_totals[at], _group.People[_totals[at]]);
            Array.Clear(both);
            for (var v = one.Degree - 1; v >= 0; v--)
            {
                for (var w = other.Degree - 1; w >= 0; w--)
                {
                    // Sums over the scores above both steps, from the corner down.
                    both[v, w] = both[v + 1, w] + both[v, w + 1] - both[v + 1, w + 1]
                        + (scale * one[v + 1] * other[w + 1] * rest[r - v - w - 2] / _total[r]);
                    var covariance = people * (both[v, w] - (first[at][v] * second[at][w]));
                    information[(Step(i, v) * size) + Step(j, w)] += covariance;
                    information[(Step(j, w) * size) + Step(i, v)] += covariance;
                }
            }
        }
    }
}
