namespace Beffroi.Psychometrics;

/// <summary>One answer to one item.</summary>
public sealed record Response
{
    /// <summary>An answer with its score.</summary>
    /// <param name="item">What is known of the item.</param>
    /// <param name="score">From 0 to the item's highest score.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not one of the item's.</exception>
    public Response(ItemModel item, int score)
    {
        ArgumentNullException.ThrowIfNull(item);
        (Item, Score) = (item, item.RequireScore(score));
    }

    /// <summary>An answer to a right-or-wrong item; on a longer item, the highest or the lowest score.</summary>
    /// <param name="item">What is known of the item.</param>
    /// <param name="correct">Whether the answer is right.</param>
    public Response(ItemModel item, bool correct)
        : this(item, correct ? (item ?? throw new ArgumentNullException(nameof(item))).MaxScore : 0)
    {
    }

    /// <summary>What is known of the item.</summary>
    public ItemModel Item { get; }

    /// <summary>The score, from 0 to the item's highest.</summary>
    public int Score { get; }
}
