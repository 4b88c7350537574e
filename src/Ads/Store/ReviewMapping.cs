using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Ads;

/// <summary>Tables of what people decide of ads, and of what follows.</summary>
static class ReviewMapping
{
    public static void MapJuror(EntityTypeBuilder<Juror> juror)
    {
        juror.ToTable(AdsDb.Prefix + "jurors");
        juror.Property(j => j.PublicName).HasMaxLength(Ad.NameMaxLength);
        juror.HasIndex(j => j.AccountId);
    }

    public static void MapReview(EntityTypeBuilder<Review> review)
    {
        review.ToTable(AdsDb.Prefix + "reviews");
        review.Property(r => r.Rule).HasMaxLength(AdsDb.KeyMaxLength);
        review.Property(r => r.Reason).HasMaxLength(Review.ReasonMaxLength);
        review.Property(r => r.Computed).HasMaxLength(Review.ReasonMaxLength);
        review.Property(r => r.TextHash).HasMaxLength(AdsDb.HashLength);
        review.Property(r => r.Quotation).HasMaxLength(Ad.NameMaxLength);
        review.Property(r => r.ByName).HasMaxLength(Ad.NameMaxLength);
        // Two reviewers at once: one replaces what they read, the other is told.
        review.HasIndex(r => r.Replaces).IsUnique();
        review.HasIndex(r => new { r.AdId, r.Rule });
        review.HasOne<Ad>().WithMany().HasForeignKey(r => r.AdId);
    }

    public static void MapFact(EntityTypeBuilder<EstablishedFact> fact)
    {
        fact.ToTable(AdsDb.Prefix + "facts");
        fact.Property(f => f.Value).HasMaxLength(EstablishedFact.ValueMaxLength);
        fact.Property(f => f.Because).HasMaxLength(EstablishedFact.BecauseMaxLength);
        fact.Property(f => f.TextHash).HasMaxLength(AdsDb.HashLength);
        // Two reviewers at once: one replaces what they read, the other is told.
        fact.HasIndex(f => f.Replaces).IsUnique();
        fact.HasIndex(f => f.AdId);
        fact.HasOne<Ad>().WithMany().HasForeignKey(f => f.AdId);
    }

    public static void MapInvitation(EntityTypeBuilder<ReplyInvitation> invitation)
    {
        invitation.ToTable(AdsDb.Prefix + "invitations");
        invitation.Property(i => i.SecretHash).HasMaxLength(AdsDb.HashLength);
        invitation.Property(i => i.SentHow).HasMaxLength(AdsDb.NoteMaxLength);
        invitation.Property(i => i.NotSentBecause).HasMaxLength(AdsDb.NoteMaxLength);
        invitation.HasIndex(i => i.SecretHash).IsUnique();
        invitation.HasOne<Review>().WithMany().HasForeignKey(i => i.ReviewId);
    }

    public static void MapReply(EntityTypeBuilder<SponsorReply> reply)
    {
        reply.ToTable(AdsDb.Prefix + "replies");
        reply.Property(r => r.ByName).HasMaxLength(SponsorReply.NameMaxLength);
        reply.Property(r => r.Text).HasMaxLength(SponsorReply.TextMaxLength);
        reply.Property(r => r.WithheldBecause).HasMaxLength(AdsDb.NoteMaxLength);
        reply.HasOne<Review>().WithMany().HasForeignKey(r => r.ReviewId);
    }

    public static void MapNotice(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable(AdsDb.Prefix + "notices");
        notice.Property(n => n.To).HasMaxLength(Ad.NameMaxLength);
        notice.Property(n => n.Text).HasMaxLength(Notice.TextMaxLength);
        notice.Property(n => n.AnswerNote).HasMaxLength(Notice.NoteMaxLength);
        notice.HasIndex(n => n.DueOn);
        notice.HasOne<Ad>().WithMany().HasForeignKey(n => n.AdId);
    }

    public static void MapTie(EntityTypeBuilder<CaseTie> tie)
    {
        tie.ToTable(AdsDb.Prefix + "case_ties");
        tie.HasIndex(t => t.CaseId);
        tie.HasIndex(t => t.AdId);
        tie.HasIndex(t => t.SponsorId);
    }
}
