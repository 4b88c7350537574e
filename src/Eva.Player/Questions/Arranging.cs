using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Beffroi.Eva.Player.Questions;

/// <summary>What the fields with pieces share: sliding a piece (<c>wwwroot/arrange.js</c>), and giving the focus back to what was moved.</summary>
public abstract class Arranging : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<Arranging>? _reference;
    private IJSObjectReference? _script;
    private string? _focusNext;

    [Inject] protected Browser Browser { get; set; } = null!;
    [Inject] private IJSRuntime Runtime { get; set; } = null!;
    [Parameter, EditorRequired] public Contracts.Item Item { get; set; } = null!;
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;
    [Parameter] public bool Locked { get; set; }

    protected ElementReference Board { get; set; }

    /// <summary>What just happened, for those who do not see it.</summary>
    protected string? Told { get; private set; }

    /// <summary>A piece was slid and let go over a place.</summary>
    [JSInvokable]
    public void Dropped(string piece, string place)
    {
        if (!Locked)
        {
            Drop(piece, place);
            StateHasChanged();
        }
    }

    protected abstract void Drop(string piece, string place);

    protected void Tell(string told, string? focus = null)
    {
        Draft.Touch();
        (Told, _focusNext) = (told, focus);
    }

    protected string TextOf(string piece)
    {
        var text = Item.Pieces.First(known => string.Equals(known.Id, piece, StringComparison.Ordinal)).Text;
        return text.Length <= 40 ? text : text[..text.LastIndexOf(' ', 40)] + "…";
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is { } id)
        {
            _focusNext = null;
            Browser.Arrive(id);
        }

        if (firstRender && !Locked)
        {
            _reference = DotNetObjectReference.Create(this);
            _script = await Runtime.InvokeAsync<IJSObjectReference>("import", "./arrange.js");
            await _script.InvokeVoidAsync("attend", Board, _reference);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _reference?.Dispose();
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }
    }
}
