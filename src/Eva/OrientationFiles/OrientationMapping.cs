using Beffroi.Eva.Plans;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>The tables of the orientation: files, plans, agreed steps.</summary>
static class OrientationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OrientationFile>(file =>
        {
            file.ToTable(EvaDb.Prefix + "orientation_files");
            file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            file.Property(f => f.Use).HasConversion<string>().HasMaxLength(20);
            file.Property(f => f.Source).HasMaxLength(OrientationFile.SourceMaxLength);
            file.Property(f => f.FileName).HasMaxLength(OrientationFile.FileNameMaxLength);
            file.HasIndex(f => new { f.Use, f.ConfirmedAt });
        });
        PlanMapping.Map(model);
    }
}
