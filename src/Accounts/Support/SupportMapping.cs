using Beffroi.Accounts.Counting;
using Beffroi.Accounts.Prospects;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Support;

static class SupportMapping
{
    const int EnumMaxLength = 40;

    /// <summary>What people ask the team, whom the team follows, and what is counted without anybody.</summary>
    public static void AddSupport(this ModelBuilder model)
    {
        model.Entity<SupportRequest>(request =>
        {
            request.ToTable(AccountsDb.Prefix + "requests");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.Property(r => r.Reference).HasMaxLength(RequestReference.Length);
            request.Property(r => r.Part).HasConversion<string>().HasMaxLength(EnumMaxLength);
            request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(EnumMaxLength);
            request.Property(r => r.State).HasConversion<string>().HasMaxLength(EnumMaxLength);
            request.Property(r => r.Subject).HasMaxLength(SupportRequest.SubjectMaxLength);
            request.Property(r => r.Message).HasMaxLength(SupportRequest.MessageMaxLength);
            request.Property(r => r.Email).HasMaxLength(Account.EmailMaxLength);
            request.Property(r => r.Page).HasMaxLength(SupportRequest.PageMaxLength);
            request.Property(r => r.Revision).IsConcurrencyToken();
            request.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RequestId).OnDelete(DeleteBehavior.Cascade);
            request.HasIndex(r => r.Reference).IsUnique();
            request.HasIndex(r => new { r.State, r.ReceivedAt });
            request.HasIndex(r => r.ClosedAt);
        });
        model.Entity<RequestStep>(step =>
        {
            step.ToTable(AccountsDb.Prefix + "request_steps");
            step.Property(s => s.Id).ValueGeneratedNever();
            step.Property(s => s.Act).HasConversion<string>().HasMaxLength(EnumMaxLength);
            step.Property(s => s.Text).HasMaxLength(RequestStep.TextMaxLength);
        });
        model.Entity<Prospect>(prospect =>
        {
            prospect.ToTable(AccountsDb.Prefix + "prospects");
            prospect.Property(p => p.Id).ValueGeneratedNever();
            prospect.Property(p => p.Part).HasConversion<string>().HasMaxLength(EnumMaxLength);
            prospect.Property(p => p.Name).HasMaxLength(Prospect.NameMaxLength);
            foreach (var words in new[] { nameof(Prospect.Kind), nameof(Prospect.ContactRole), nameof(Prospect.Source), nameof(Prospect.NextStep), nameof(Prospect.LostWhy) })
            {
                prospect.Property(words).HasMaxLength(Prospect.WordsMaxLength);
            }

            prospect.HasIndex(p => new { p.Part, p.BecameId }).IsUnique();
        });
        model.Entity<StepCount>(count =>
        {
            count.ToTable(AccountsDb.Prefix + "step_counts").HasKey(c => new { c.Funnel, c.Step, c.Day });
            count.Property(c => c.Funnel).HasMaxLength(EnumMaxLength);
            count.Property(c => c.Step).HasMaxLength(EnumMaxLength);
            count.Property(c => c.Count).IsConcurrencyToken();
            count.HasIndex(c => c.Day);
        });
    }
}
