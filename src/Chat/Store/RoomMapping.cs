using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Chat;

static class RoomMapping
{
    const int SignMaxLength = 20;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Room>(MapRoom);
        model.Entity<Message>(MapMessage);
        model.Entity<StoredFile>(MapFile);
        model.Entity<Quote>(quote =>
        {
            quote.ToTable(ChatDb.Prefix + "quotes").HasKey(q => new { q.MessageId, q.QuotedId });
            quote.HasOne<Message>().WithMany().HasForeignKey(q => q.MessageId);
            quote.HasIndex(q => q.QuotedId);
        });
        model.Entity<MessageVersion>(version =>
        {
            version.ToTable(ChatDb.Prefix + "message_versions").HasKey(v => new { v.MessageId, v.Until });
            version.HasOne<Message>().WithMany().HasForeignKey(v => v.MessageId);
        });
        model.Entity<MessageReaction>(reaction =>
        {
            reaction.ToTable(ChatDb.Prefix + "reactions").HasKey(r => new { r.MessageId, r.AccountId, r.Sign });
            reaction.Property(r => r.Sign).HasMaxLength(SignMaxLength);
            reaction.HasOne<Message>().WithMany().HasForeignKey(r => r.MessageId);
        });
        model.Entity<Mention>(mention =>
        {
            mention.ToTable(ChatDb.Prefix + "mentions").HasKey(m => new { m.MessageId, m.AccountId });
            mention.HasOne<Message>().WithMany().HasForeignKey(m => m.MessageId);
            mention.HasIndex(m => m.AccountId);
        });
        model.Entity<ReadMark>().ToTable(ChatDb.Prefix + "read_marks").HasKey(r => new { r.AccountId, r.RoomId });
        model.Entity<MessageDraft>().ToTable(ChatDb.Prefix + "drafts").HasKey(d => new { d.AccountId, d.RoomId, d.ThreadId });
        model.Entity<Blob>(blob =>
        {
            blob.ToTable(ChatDb.Prefix + "blobs").HasKey(b => new { b.Sha256, b.Number });
            blob.Property(b => b.Sha256).HasMaxLength(ChatDb.HashLength);
        });
    }

    static void MapRoom(EntityTypeBuilder<Room> room)
    {
        room.ToTable(ChatDb.Prefix + "rooms");
        room.Property(r => r.Name).HasMaxLength(Room.NameMaxLength);
        room.Property(r => r.Topic).HasMaxLength(Room.TopicMaxLength);
        room.HasOne<Scope>().WithMany().HasForeignKey(r => r.ScopeId);
        room.HasIndex(r => r.CaseId);
    }

    static void MapMessage(EntityTypeBuilder<Message> message)
    {
        message.ToTable(ChatDb.Prefix + "messages");
        message.Property(m => m.Text).HasMaxLength(Message.TextMaxLength);
        message.Property(m => m.Source).HasMaxLength(Message.SourceMaxLength);
        message.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId);
        message.HasOne<Message>().WithMany().HasForeignKey(m => m.ThreadId);
        message.HasOne<Scope>().WithMany().HasForeignKey(m => m.ScopeId);
        message.HasIndex(m => new { m.RoomId, m.Place }).IsUnique();
        message.HasIndex(m => new { m.ThreadId, m.Place });
    }

    static void MapFile(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable(ChatDb.Prefix + "files");
        file.Property(f => f.Name).HasMaxLength(StoredFile.NameMaxLength);
        file.Property(f => f.Sha256).HasMaxLength(ChatDb.HashLength);
        file.Property(f => f.Picture).HasMaxLength(ChatDb.HashLength);
        file.HasOne<Message>().WithMany().HasForeignKey(f => f.MessageId);
        file.HasIndex(f => f.Sha256);
        file.HasIndex(f => f.MessageId);
        file.HasIndex(f => f.CaseId);
    }
}
