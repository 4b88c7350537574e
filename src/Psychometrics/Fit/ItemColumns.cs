namespace Beffroi.Psychometrics;

/// <summary>Calibrated items against the columns of the answers they are said to describe.</summary>
static class ItemColumns
{
    public static void Check(IReadOnlyList<ItemModel> items, ResponseMatrix data)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(data);
        if (items.Count != data.Items)
        {
            throw new ArgumentException($"{items.Count} items do not describe {data.Items} columns.", nameof(items));
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (data.MaxScores[i] > items[i].MaxScore)
            {
                throw new ArgumentException($"A score of {data.MaxScores[i]} was given on {data.ItemNames[i]}, whose highest is {items[i].MaxScore}.", nameof(data));
            }
        }
    }

    /// <summary>Probabilities of the scores of an item at each point of a grid: [score][point].</summary>
    public static double[][] Curves(ItemModel item, Quadrature grid)
    {
        var curves = new double[item.MaxScore + 1][];
        for (var k = 0; k < curves.Length; k++)
        {
            curves[k] = new double[grid.Points.Length];
        }

        var p = new double[item.MaxScore + 1];
        for (var q = 0; q < grid.Points.Length; q++)
        {
            item.Probabilities(grid.Points[q], p);
            for (var k = 0; k < p.Length; k++)
            {
                curves[k][q] = p[k];
            }
        }

        return curves;
    }
}
