namespace Beffroi.Kit;

/// <summary>Messages to show beside the fields of a form, by field name, in the order they were found.</summary>
public sealed class Errors
{
    readonly List<(string Field, string Message)> _messages = [];

    public bool Any => _messages.Count > 0;
    public IReadOnlyList<(string Field, string Message)> All => _messages;
    public string? this[string field] => _messages.Find(m => string.Equals(m.Field, field, StringComparison.Ordinal)).Message;

    /// <summary>Keeps the first message of a field: a person corrects one thing at a time.</summary>
    public void Add(string field, string message)
    {
        if (this[field] is null)
        {
            _messages.Add((field, message));
        }
    }
}
