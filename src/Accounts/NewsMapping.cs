using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

static class NewsMapping
{
    const int EnumMaxLength = 40;

    /// <summary>What superadmins tell, and what people say back.</summary>
    public static void AddNews(this ModelBuilder model)
    {
        model.Entity<NewsItem>(news =>
        {
            news.ToTable(AccountsDb.Prefix + "news");
            news.Property(n => n.Id).ValueGeneratedNever();
            news.Property(n => n.Kind).HasConversion<string>().HasMaxLength(EnumMaxLength);
            news.Property(n => n.Title).HasMaxLength(NewsItem.TitleMaxLength);
            news.Property(n => n.Text).HasMaxLength(NewsItem.TextMaxLength);
            news.HasIndex(n => n.Day);
        });
        model.Entity<HelpSource>(help =>
        {
            help.ToTable(AccountsDb.Prefix + "help_sources");
            help.Property(h => h.Id).ValueGeneratedNever();
            help.Property(h => h.Topic).HasConversion<string>().HasMaxLength(EnumMaxLength);
            help.Property(h => h.Kind).HasConversion<string>().HasMaxLength(EnumMaxLength);
            help.Property(h => h.Title).HasMaxLength(HelpSource.TitleMaxLength);
            help.Property(h => h.Address).HasMaxLength(HelpSource.AddressMaxLength);
            help.Property(h => h.Text).HasMaxLength(HelpSource.TextMaxLength);
        });
        model.Entity<Banner>(banner =>
        {
            banner.ToTable(AccountsDb.Prefix + "banners");
            banner.Property(b => b.Id).ValueGeneratedNever();
            banner.Property(b => b.Text).HasMaxLength(Banner.TextMaxLength);
            banner.HasIndex(b => b.Until);
        });
        model.Entity<Opinion>(opinion =>
        {
            opinion.ToTable(AccountsDb.Prefix + "opinions");
            opinion.Property(o => o.Id).ValueGeneratedNever();
            opinion.Property(o => o.Rating).HasConversion<string>().HasMaxLength(EnumMaxLength);
            opinion.Property(o => o.Text).HasMaxLength(Opinion.TextMaxLength);
            opinion.Property(o => o.Part).HasConversion<string>().HasMaxLength(EnumMaxLength);
            opinion.HasMany(o => o.Helps).WithOne().HasForeignKey(h => h.OpinionId).OnDelete(DeleteBehavior.Cascade);
            opinion.HasIndex(o => o.Day);
        });
        model.Entity<OpinionHelp>(help =>
        {
            help.ToTable(AccountsDb.Prefix + "opinion_helps").HasKey(h => new { h.OpinionId, h.Way });
            help.Property(h => h.Way).HasConversion<string>().HasMaxLength(EnumMaxLength);
        });
    }
}
