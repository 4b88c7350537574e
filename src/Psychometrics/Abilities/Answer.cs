namespace Beffroi.Psychometrics;

/// <summary>A score on an item, with the place of the item's curves in <see cref="ItemCurves"/>.</summary>
readonly record struct Answer(int Column, ItemModel Item, int Score)
{
    public static Answer[] Of(IReadOnlyList<Response> responses) => [.. responses.Select((r, i) => new Answer(i, r.Item, r.Score))];

    /// <summary>The answers that were given in one row.</summary>
    public static Answer[] Of(IReadOnlyList<ItemModel> items, ReadOnlySpan<sbyte> row)
    {
        var answers = new List<Answer>(row.Length);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != ResponseMatrix.Missing)
            {
                answers.Add(new(i, items[i], row[i]));
            }
        }

        return [.. answers];
    }
}
