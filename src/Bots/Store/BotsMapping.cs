using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

/// <summary>Tables of the detector.</summary>
static class BotsMapping
{
    public static void Map(ModelBuilder model)
    {
        MapMandates(model);
        MapCollected(model);
        MapFound(model);
        FindingsMapping.Map(model);
        MapExploring(model);
        MapReviews(model);
    }

    static void MapMandates(ModelBuilder model)
    {
        model.Entity<Mandate>(e =>
        {
            e.ToTable(BotsDb.Prefix + "mandates");
            e.Property(m => m.Title).HasMaxLength(Mandate.TitleMaxLength);
            e.Property(m => m.Controller).HasMaxLength(Mandate.LineMaxLength);
            e.Property(m => m.Purpose).HasMaxLength(Mandate.TextMaxLength);
            e.Property(m => m.BasisDetail).HasMaxLength(Mandate.TextMaxLength);
            e.Property(m => m.Hypothesis).HasMaxLength(Mandate.TextMaxLength);
            e.Property(m => m.Countries).HasMaxLength(Mandate.LineMaxLength);
            e.HasIndex(m => m.OrganisationId);
        });
        model.Entity<Watch>(e =>
        {
            e.ToTable(BotsDb.Prefix + "watches");
            e.Property(w => w.Name).HasMaxLength(Watch.NameMaxLength);
            e.HasIndex(w => w.OrganisationId);
            e.HasOne<Mandate>().WithMany().HasForeignKey(w => w.MandateId);
            e.HasMany(w => w.Terms).WithOne().HasForeignKey(t => t.WatchId);
        });
        model.Entity<WatchTerm>(e =>
        {
            e.ToTable(BotsDb.Prefix + "terms");
            e.Property(t => t.Value).HasMaxLength(WatchTerm.ValueMaxLength);
            e.Property(t => t.Key).HasMaxLength(WatchTerm.ValueMaxLength);
            e.HasIndex(t => new { t.WatchId, t.Kind, t.Key });
        });
        model.Entity<Source>(e =>
        {
            e.ToTable(BotsDb.Prefix + "sources");
            e.Property(s => s.Name).HasMaxLength(Source.NameMaxLength);
            e.Property(s => s.Settings).HasMaxLength(Source.SettingsMaxLength);
            e.Property(s => s.Cursor).HasMaxLength(Source.CursorMaxLength);
            e.Property(s => s.LastError).HasMaxLength(Source.ErrorMaxLength);
            e.Property(s => s.LeaseOwner).HasMaxLength(BotsDb.KeyMaxLength);
            e.Property(s => s.Version).IsConcurrencyToken();
            e.HasIndex(s => s.WatchId);
            e.HasOne<Watch>().WithMany().HasForeignKey(s => s.WatchId);
        });
        model.Entity<Reread>(e =>
        {
            e.ToTable(BotsDb.Prefix + "rereads").HasKey(r => r.SourceId);
            e.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    static void MapCollected(ModelBuilder model)
    {
        model.Entity<CollectedPost>(e =>
        {
            e.ToTable(BotsDb.Prefix + "posts").HasKey(p => p.Seq);
            e.Property(p => p.NativeId).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(p => p.TargetId).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(p => p.ReplyTo).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(p => p.Program).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(p => p.Text).HasMaxLength(CollectedPost.TextMaxLength);
            e.Property(p => p.Language).HasMaxLength(CollectedPost.LanguageMaxLength);
            e.HasIndex(p => new { p.Network, p.NativeId }).IsUnique();
            e.HasIndex(p => new { p.AccountId, p.At });
            e.HasIndex(p => new { p.Partition, p.Seq });
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<LocalName>(e =>
        {
            e.ToTable(BotsDb.Prefix + "local_names").HasKey(n => n.Name);
            e.Property(n => n.Name).HasMaxLength(CollectedPost.IdMaxLength);
            e.HasIndex(n => n.Seq);
            e.HasOne<CollectedPost>().WithMany().HasForeignKey(n => n.Seq).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PostMatch>(e =>
        {
            e.ToTable(BotsDb.Prefix + "matches").HasKey(m => new { m.WatchId, m.Seq });
            e.HasIndex(m => m.Seq);
            e.HasIndex(m => new { m.WatchId, m.Place });
            e.HasOne<CollectedPost>().WithMany().HasForeignKey(m => m.Seq).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Watch>().WithMany().HasForeignKey(m => m.WatchId);
        });
        model.Entity<WatchedAccount>(e =>
        {
            e.ToTable(BotsDb.Prefix + "accounts");
            e.Property(a => a.NativeId).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(a => a.Handle).HasMaxLength(WatchedAccount.NameMaxLength);
            e.HasIndex(a => new { a.Network, a.NativeId }).IsUnique();
            e.HasIndex(a => new { a.Network, a.Handle });
            e.HasIndex(a => new { a.Matched, a.LastSeenAt });
            e.HasIndex(a => a.ToScore).HasFilter("\"ToScore\"");
        });
        model.Entity<AccountMatch>(e =>
        {
            e.ToTable(BotsDb.Prefix + "account_matches").HasKey(m => new { m.WatchId, m.AccountId });
            e.HasIndex(m => m.AccountId);
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Watch>().WithMany().HasForeignKey(m => m.WatchId);
        });
        model.Entity<AccountSnapshot>(e =>
        {
            e.ToTable(BotsDb.Prefix + "snapshots").HasKey(s => new { s.AccountId, s.At });
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    static void MapFound(ModelBuilder model)
    {
        model.Entity<ScorePoint>(e =>
        {
            e.ToTable(BotsDb.Prefix + "scores").HasKey(s => new { s.AccountId, s.At });
            e.Property(s => s.Model).HasMaxLength(ScorePoint.ModelMaxLength);
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<TypologySign>(e =>
        {
            e.ToTable(BotsDb.Prefix + "signs").HasKey(s => new { s.WatchId, s.AccountId, s.Kind });
            e.HasIndex(s => s.AccountId);
            e.Property(s => s.Evidence).HasMaxLength(TypologySign.EvidenceMaxLength);
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WatchVolume>(e =>
        {
            e.ToTable(BotsDb.Prefix + "volumes").HasKey(v => new { v.WatchId, v.TermId, v.Hour });
            e.Ignore(v => v.All);
            e.HasOne<Watch>().WithMany().HasForeignKey(v => v.WatchId);
        });
        model.Entity<AccountTie>(e =>
        {
            e.ToTable(BotsDb.Prefix + "ties").HasKey(t => new { t.WatchId, t.Trace, t.FirstId, t.SecondId });
            e.HasIndex(t => t.FirstId);
            e.HasIndex(t => t.SecondId);
            e.HasOne<Watch>().WithMany().HasForeignKey(t => t.WatchId);
        });
        model.Entity<Cluster>(e =>
        {
            e.ToTable(BotsDb.Prefix + "clusters");
            e.HasIndex(c => new { c.WatchId, c.SeenAt });
            e.HasOne<Watch>().WithMany().HasForeignKey(c => c.WatchId);
        });
        model.Entity<ClusterMember>(e =>
        {
            e.ToTable(BotsDb.Prefix + "members").HasKey(m => new { m.ClusterId, m.AccountId });
            e.Property(m => m.Role).HasMaxLength(ClusterMember.RoleMaxLength);
            e.HasIndex(m => m.AccountId);
            e.HasOne<Cluster>().WithMany().HasForeignKey(m => m.ClusterId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Finding>(e =>
        {
            e.ToTable(BotsDb.Prefix + "findings");
            e.Property(f => f.Subject).HasMaxLength(Finding.SubjectMaxLength);
            e.Property(f => f.Reason).HasMaxLength(Finding.ReasonMaxLength);
            e.HasIndex(f => new { f.WatchId, f.Kind, f.Subject, f.At }).IsUnique();
            e.HasIndex(f => new { f.ToldAt, f.NextTryAt });
            e.HasOne<Watch>().WithMany().HasForeignKey(f => f.WatchId);
        });
        model.Entity<GrainRow>(e =>
        {
            e.ToTable(BotsDb.Prefix + "grains").HasKey(g => new { g.Kind, g.Key });
            e.Property(g => g.Kind).HasMaxLength(GrainRow.NameMaxLength);
            e.Property(g => g.Key).HasMaxLength(GrainRow.NameMaxLength);
            e.Property(g => g.ETag).HasMaxLength(BotsDb.KeyMaxLength).IsConcurrencyToken();
        });
    }

    static void MapExploring(ModelBuilder model)
    {
        model.Entity<Exploration>(e =>
        {
            e.ToTable(BotsDb.Prefix + "explorations");
            e.Property(x => x.Name).HasMaxLength(Exploration.NameMaxLength);
            e.Property(x => x.Rules).HasMaxLength(Exploration.RulesMaxLength);
            e.Property(x => x.StopReason).HasMaxLength(Exploration.ReasonMaxLength);
            e.Property(x => x.LastError).HasMaxLength(Source.ErrorMaxLength);
            e.Property(x => x.LeaseOwner).HasMaxLength(BotsDb.KeyMaxLength);
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasIndex(x => x.WatchId);
            e.HasOne<Watch>().WithMany().HasForeignKey(x => x.WatchId);
        });
        model.Entity<ExploredAccount>(e =>
        {
            e.ToTable(BotsDb.Prefix + "explored").HasKey(x => new { x.ExplorationId, x.NativeId });
            e.Property(x => x.NativeId).HasMaxLength(CollectedPost.IdMaxLength);
            e.HasOne<Exploration>().WithMany().HasForeignKey(x => x.ExplorationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ExploredTie>(e =>
        {
            e.ToTable(BotsDb.Prefix + "explored_ties").HasKey(x => new { x.ExplorationId, x.FromId, x.Place });
            e.Property(x => x.FromId).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(x => x.ToId).HasMaxLength(CollectedPost.IdMaxLength);
            e.HasIndex(x => new { x.ExplorationId, x.ToId });
            e.HasOne<Exploration>().WithMany().HasForeignKey(x => x.ExplorationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<UploadPart>(e =>
        {
            e.ToTable(BotsDb.Prefix + "uploads").HasKey(u => new { u.SourceId, u.Number });
            e.HasOne<Source>().WithMany().HasForeignKey(u => u.SourceId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FrontierEntry>(e =>
        {
            e.ToTable(BotsDb.Prefix + "frontier").HasKey(f => new { f.ExplorationId, f.NativeId });
            e.Property(f => f.NativeId).HasMaxLength(CollectedPost.IdMaxLength);
            e.Property(f => f.From).HasMaxLength(CollectedPost.IdMaxLength);
            e.HasIndex(f => new { f.ExplorationId, f.State, f.Rank });
            e.HasOne<Exploration>().WithMany().HasForeignKey(f => f.ExplorationId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    static void MapReviews(ModelBuilder model)
    {
        model.Entity<AccountReview>(e =>
        {
            e.ToTable(BotsDb.Prefix + "reviews");
            e.Property(r => r.Why).HasMaxLength(AccountReview.WhyMaxLength);
            e.HasIndex(r => new { r.AccountId, r.EndedAt });
            // Nobody labels twice in a round, even by pressing twice.
            e.HasIndex(r => new { r.AccountId, r.AnalystId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
            e.HasOne<WatchedAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Contest>(e =>
        {
            e.ToTable(BotsDb.Prefix + "contests");
            e.Property(c => c.Network).HasMaxLength(BotsDb.EnumMaxLength);
            e.Property(c => c.Handle).HasMaxLength(WatchedAccount.NameMaxLength);
            e.Property(c => c.Text).HasMaxLength(Contest.TextMaxLength);
            e.Property(c => c.Contact).HasMaxLength(Contest.ContactMaxLength);
            e.Property(c => c.Answer).HasMaxLength(Contest.AnswerMaxLength);
            e.HasIndex(c => new { c.State, c.ReceivedAt });
        });
        model.Entity<ApiKey>(e =>
        {
            e.ToTable(BotsDb.Prefix + "keys");
            e.Property(k => k.Name).HasMaxLength(ApiKey.NameMaxLength);
            e.Property(k => k.Start).HasMaxLength(BotsDb.EnumMaxLength);
            e.Property(k => k.Hash).HasMaxLength(BotsDb.HashLength);
            e.HasIndex(k => k.Hash).IsUnique();
            e.HasIndex(k => k.OrganisationId);
        });
        model.Entity<ReuseDay>(e =>
        {
            e.ToTable(BotsDb.Prefix + "reuses").HasKey(r => new { r.OrganisationId, r.Day, r.KeyId });
            e.Property(r => r.Sector).HasMaxLength(ReuseDay.SectorMaxLength);
        });
        model.Entity<ScoreBatch>(e =>
        {
            e.ToTable(BotsDb.Prefix + "batches");
            e.Property(b => b.Error).HasMaxLength(ScoreBatch.ErrorMaxLength);
            e.Property(b => b.LeaseOwner).HasMaxLength(BotsDb.KeyMaxLength);
            e.Property(b => b.Version).IsConcurrencyToken();
            e.HasIndex(b => new { b.State, b.AskedAt });
            e.HasIndex(b => new { b.OrganisationId, b.AskedAt });
        });
        model.Entity<BatchPart>(e =>
        {
            e.ToTable(BotsDb.Prefix + "batch_parts").HasKey(p => new { p.BatchId, p.First });
            e.HasOne<ScoreBatch>().WithMany().HasForeignKey(p => p.BatchId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
