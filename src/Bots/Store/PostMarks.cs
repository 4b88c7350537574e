using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

/// <summary>Something that a post bears: a hashtag, a mention, a link, a site. By it a narrative is found without reading all posts.</summary>
public sealed class PostMark
{
    /// <summary>A number made of what it is (<see cref="Analysing.PostMarks"/>): two things may share one, so the post is looked at again.</summary>
    public required long Mark { get; init; }
    public required long Seq { get; init; }
}

static class MarkMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PostMark>(e =>
        {
            e.ToTable(BotsDb.Prefix + "marks").HasKey(m => new { m.Mark, m.Seq });
            e.HasIndex(m => m.Seq);
            e.HasOne<CollectedPost>().WithMany().HasForeignKey(m => m.Seq).OnDelete(DeleteBehavior.Cascade);
        });
        // Whatever looks at a period asks for it.
        model.Entity<CollectedPost>().HasIndex(p => p.At);
    }
}
