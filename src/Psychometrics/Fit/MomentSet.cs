namespace Beffroi.Psychometrics;

/// <summary>A function of the score of one item: the score itself, or whether it is a given one.</summary>
sealed record ScoreFunction(int Item, int? Category)
{
    public double Of(int score) => Category is null ? score : score == Category ? 1 : 0;
}

/// <summary>The mean of a score function, or of the product of two of different items. The numbers are places in <see cref="MomentSet.Functions"/>.</summary>
sealed record Moment(int First, int? Second);

/// <summary>The statistics of first and second order that a limited-information test compares with the model.</summary>
sealed class MomentSet
{
    public MomentSet(IReadOnlyList<ItemModel> items, MomentForm form)
    {
        var alone = new int[items.Count][];
        var paired = new int[items.Count][];
        for (var i = 0; i < items.Count; i++)
        {
            // A right-or-wrong score is its own indicator.
            int?[] score = [null];
            int?[] categories = items[i].MaxScore == 1 ? score : [.. Enumerable.Range(1, items[i].MaxScore).Cast<int?>()];
            alone[i] = Add(i, form == MomentForm.Scores ? score : categories);
            paired[i] = form == MomentForm.Mixed && items[i].MaxScore > 1 ? Add(i, score) : alone[i];
        }

        Moments =
        [
            .. alone.SelectMany(functions => functions).Select(f => new Moment(f, null)),
            .. from i in Enumerable.Range(0, items.Count)
               from j in Enumerable.Range(i + 1, items.Count - i - 1)
               from f in paired[i]
               from g in paired[j]
               select new Moment(f, g),
        ];
    }

    public List<ScoreFunction> Functions { get; } = [];

    public Moment[] Moments { get; }

    /// <summary>The moments of complete answers of at least one person.</summary>
    public double[] Observed(ResponseMatrix data)
    {
        var sums = new double[Moments.Length];
        var values = new double[Functions.Count];
        for (var person = 0; person < data.Persons; person++)
        {
            var row = data.Row(person);
            for (var f = 0; f < values.Length; f++)
            {
                values[f] = Functions[f].Of(row[Functions[f].Item]);
            }

            for (var m = 0; m < sums.Length; m++)
            {
                sums[m] += values[Moments[m].First] * (Moments[m].Second is { } second ? values[second] : 1);
            }
        }

        return [.. sums.Select(sum => sum / data.Persons)];
    }

    int[] Add(int item, int?[] categories)
    {
        Functions.AddRange(categories.Select(category => new ScoreFunction(item, category)));
        return [.. Enumerable.Range(Functions.Count - categories.Length, categories.Length)];
    }
}
