using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

static class FlowMapping
{
    const int KeyMaxLength = 120;
    const int FailureMaxLength = 300;
    const int SealedKeyMaxLength = 600;

    public static void Map(ModelBuilder model)
    {
        model.Entity<WatchedFeed>(feed =>
        {
            feed.ToTable(ChatDb.Prefix + "feeds");
            feed.Property(f => f.Address).HasMaxLength(WatchedFeed.AddressMaxLength);
            feed.Property(f => f.Title).HasMaxLength(WatchedFeed.TitleMaxLength);
            feed.Property(f => f.ETag).HasMaxLength(FailureMaxLength);
            feed.Property(f => f.Readings).IsConcurrencyToken();
            feed.HasOne<Room>().WithMany().HasForeignKey(f => f.RoomId);
            feed.HasIndex(f => f.NextAt);
        });
        model.Entity<RoomHook>(hook =>
        {
            hook.ToTable(ChatDb.Prefix + "incoming_hooks");
            hook.Property(h => h.Name).HasMaxLength(Message.SourceMaxLength);
            hook.Property(h => h.SecretHash).HasMaxLength(ChatDb.HashLength);
            hook.HasOne<Room>().WithMany().HasForeignKey(h => h.RoomId);
            hook.HasIndex(h => h.SecretHash).IsUnique();
        });
        model.Entity<OutgoingHook>(hook =>
        {
            hook.ToTable(ChatDb.Prefix + "outgoing_hooks");
            hook.Property(h => h.Name).HasMaxLength(Message.SourceMaxLength);
            hook.Property(h => h.Address).HasMaxLength(WatchedFeed.AddressMaxLength);
            hook.Property(h => h.SealedKey).HasMaxLength(SealedKeyMaxLength);
            hook.HasOne<Room>().WithMany().HasForeignKey(h => h.RoomId);
        });
        model.Entity<HookDelivery>(delivery =>
        {
            delivery.ToTable(ChatDb.Prefix + "hook_deliveries");
            delivery.Property(d => d.Failure).HasMaxLength(FailureMaxLength);
            delivery.HasOne<OutgoingHook>().WithMany().HasForeignKey(d => d.HookId);
            delivery.HasIndex(d => new { d.DoneAt, d.NextAt });
        });
        model.Entity<NoticeRow>(notice =>
        {
            notice.ToTable(ChatDb.Prefix + "notices");
            notice.Property(n => n.Key).HasMaxLength(KeyMaxLength);
            notice.HasIndex(n => new { n.AccountId, n.Key }).IsUnique();
            notice.HasIndex(n => new { n.AccountId, n.At });
            notice.HasIndex(n => n.TellAt);
            notice.HasIndex(n => n.MailedAt);
        });
        model.Entity<UntoldLines>(untold =>
        {
            untold.ToTable(ChatDb.Prefix + "untold_lines");
            untold.HasOne<CaseRow>().WithMany().HasForeignKey(u => u.CaseId);
            untold.HasIndex(u => u.NextAt);
        });
        model.Entity<AwaitedAnswer>(awaited =>
        {
            awaited.ToTable(ChatDb.Prefix + "awaited_answers");
            awaited.Property(a => a.Value).HasMaxLength(Message.TextMaxLength);
            awaited.HasOne<Room>().WithMany().HasForeignKey(a => a.RoomId);
            awaited.HasIndex(a => a.NextAt);
        });
        model.Entity<Following>().ToTable(ChatDb.Prefix + "followings").HasKey(f => new { f.AccountId, f.Kind, f.TargetId });
    }
}
