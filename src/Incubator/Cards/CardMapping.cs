using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Incubator.Cards;

/// <summary>Tables of public cards.</summary>
static class CardMapping
{
    public static void Cards(EntityTypeBuilder<Card> card)
    {
        card.ToTable(IncubatorDb.Prefix + "cards");
        card.HasKey(c => c.StartupId);
        foreach (var text in new[] { nameof(Card.AccessibilityStatus), nameof(Card.DashlordUrl), nameof(Card.StatsUrl), nameof(Card.BudgetUrl), nameof(Card.RiskAnalysisUrl), nameof(Card.Incubators), nameof(Card.Techno), nameof(Card.UserTypes), nameof(Card.Thematiques), nameof(Card.RedirectFrom), nameof(Card.FastPromotion), nameof(Card.FastMontant) })
        {
            card.Property(text).HasMaxLength(Card.TextMaxLength);
        }

        card.Property(c => c.Content).HasMaxLength(Card.ContentMaxLength);
        card.HasOne<Startup>().WithOne().HasForeignKey<Card>(c => c.StartupId);
    }

    public static void Events(EntityTypeBuilder<CardEvent> happened)
    {
        happened.ToTable(IncubatorDb.Prefix + "card_events");
        happened.Property(e => e.Name).HasMaxLength(CardEvent.NameMaxLength);
        happened.Property(e => e.Comment).HasMaxLength(Phase.CommentMaxLength);
        happened.HasOne<Startup>().WithMany().HasForeignKey(e => e.StartupId);
    }
}
