using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>Posts to accounts: by the identifier that a post gives, or by the name, which has no case.</summary>
/// <param name="known">The accounts, when they are known before: posts of others are counted and not kept.</param>
sealed class AccountMatcher(IEnumerable<Account>? known = null)
{
    readonly HashSet<string>? _ids = known?.Select(a => a.Id).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
    readonly HashSet<string>? _handles = known?.Select(a => Name(a.Handle)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Posted> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, Posted> _byHandle = new(StringComparer.OrdinalIgnoreCase);
    long _refused;

    /// <summary>Posts that no account asked for has.</summary>
    public long Unmatched => _refused + _byId.Values.Distinct().Where(p => !p.IsAsked).Sum(p => (long)p.Posts.Count);

    public long Matched => _byId.Values.Distinct().Where(p => p.IsAsked).Sum(p => (long)p.Posts.Count);

    public void Add(Post post)
    {
        var handle = Name(post.AccountId);
        if (_ids?.Contains(post.AccountId) == false && (handle is null || !_handles!.Contains(handle)))
        {
            _refused++;
            return;
        }

        if (!_byId.TryGetValue(post.AccountId, out var posted))
        {
            _byId[post.AccountId] = posted = new();
            if (handle is not null && !_byHandle.TryAdd(handle, posted))
            {
                // The same name with capitals or an @ elsewhere in the file: one author.
                _byId[post.AccountId] = posted = _byHandle[handle];
            }
        }

        posted.Posts.Add(post);
    }

    /// <summary>The posts of an account, null when there is none. Safe from several threads once all is added.</summary>
    public List<Post>? Of(Account account)
    {
        var posted = account.Id.Length > 0 && _byId.TryGetValue(account.Id, out var byId) ? byId
            : Name(account.Handle) is { } handle && _byHandle.TryGetValue(handle, out var byHandle) ? byHandle : null;
        if (posted is null)
        {
            return null;
        }

        posted.IsAsked = true;
        return posted.Posts;
    }

    static string? Name(string? handle) => handle?.TrimStart('@') is { Length: > 0 } name ? name : null;

    sealed class Posted
    {
        public List<Post> Posts { get; } = [];

        public bool IsAsked { get; set; }
    }
}
