namespace Beffroi.Incubator.Accessibility;

public static class Noting
{
    /// <summary>Writes a result where there was none, or in place of the one that was there.</summary>
    public static void Note(this AccessibilityAudit audit, IncubatorDb db, BroughtResult brought)
    {
        var page = audit.Pages.Single(p => p.Id == brought.PageId);
        if (page.Results.Find(r => string.Equals(r.Criterion, brought.Criterion, StringComparison.Ordinal)) is { } known)
        {
            (known.Result, known.Comment, known.IsDerogated) = (brought.Result, brought.Comment, brought.IsDerogated);
            return;
        }

        // Added by name: with a key that is already there, what hangs on the page alone would be taken for a row to change.
        db.Add(new AuditedCriterion { Id = Guid.NewGuid(), PageId = page.Id, Criterion = brought.Criterion, Result = brought.Result, Comment = brought.Comment, IsDerogated = brought.IsDerogated });
    }
}
