namespace Beffroi.Psychometrics.Tests;

/// <summary>M2 and its kin the slow way: from the probabilities of all patterns, with derivatives by differences.</summary>
static class SlowMoments
{
    public static double Statistic(Func<double[], ItemModel[]> model, double[] parameters, ResponseMatrix data, MomentForm form)
    {
        var items = model(parameters);
        var moments = Moments(items, form);
        var patterns = SlowPatterns.Of(items);
        var at = moments.Select(m => patterns.Select(p => m(p.Scores)).ToArray()).ToArray();
        double[] Expected(double[] values) => At(SlowPatterns.Of(model(values)));
        double[] At((int[] Scores, double Probability)[] table) => [.. at.Select(m => m.Select((value, k) => value * table[k].Probability).Sum())];

        var expected = At(patterns);
        var covariance = at.Select((m, i) => at.Select((l, j) => patterns.Select((p, k) => m[k] * l[k] * p.Probability).Sum() - (expected[i] * expected[j])).ToArray()).ToArray();
        var derivatives = parameters.Select((_, p) => Expected(Moved(parameters, p, 1e-5)).Zip(Expected(Moved(parameters, p, -1e-5)), (x, y) => (x - y) / 2e-5).ToArray()).ToArray();
        var people = Enumerable.Range(0, data.Persons).Select(p => data.Row(p).ToArray().Select(s => (int)s).ToArray()).ToArray();
        var residuals = moments.Select((m, i) => people.Average(m) - expected[i]).ToArray();

        var solved = SlowPatterns.Solve(covariance, [residuals, .. derivatives]);
        var information = derivatives.Select(x => solved.Skip(1).Select(y => SlowPatterns.Dot(x, y)).ToArray()).ToArray();
        double[] explained = [.. solved.Skip(1).Select(y => SlowPatterns.Dot(y, residuals))];
        return data.Persons * (SlowPatterns.Dot(residuals, solved[0]) - SlowPatterns.Dot(explained, SlowPatterns.Solve(information, [explained])[0]));
    }

    static Func<int[], double>[] Moments(ItemModel[] items, MomentForm form)
    {
        Func<int, double>[] Categories(int i) => [.. Enumerable.Range(1, items[i].MaxScore).Select(c => (Func<int, double>)(k => k == c ? 1 : 0))];
        Func<int, double>[] Alone(int i) => form == MomentForm.Scores ? [k => k] : Categories(i);
        Func<int, double>[] Paired(int i) => form == MomentForm.Categories ? Categories(i) : [k => k];
        return
        [
            .. from i in Enumerable.Range(0, items.Length) from f in Alone(i) select (Func<int[], double>)(p => f(p[i])),
            .. from i in Enumerable.Range(0, items.Length)
               from j in Enumerable.Range(0, items.Length)
               where i < j
               from f in Paired(i)
               from g in Paired(j)
               select (Func<int[], double>)(p => f(p[i]) * g(p[j])),
        ];
    }

    static double[] Moved(double[] values, int at, double by) => [.. values.Select((value, i) => i == at ? value + by : value)];
}
