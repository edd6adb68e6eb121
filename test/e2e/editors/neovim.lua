-- Neovim as a client of the language server. FILE is an article, SERVER the bundle, NODE the program that runs it.
-- Fails with a status of its own; Neovim 0.7 and later.
local WAIT_MS = 30000
local encoding = 'utf-16'

local function wait_for(what, probe)
  assert(vim.wait(WAIT_MS, probe, 20), 'waited in vain: ' .. what)
end

local function scenario()
  local file = vim.env.FILE
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'corpuslint',
    cmd = { vim.env.NODE, vim.env.SERVER, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(file, ':p:h'),
  })
  assert(id, 'the server did not start')
  assert(vim.lsp.buf_attach_client(buffer, id), 'the buffer was not attached')
  local client = vim.lsp.get_client_by_id(id)

  local function found() return vim.diagnostic.get(buffer) end
  local function line(number) return vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1] end
  -- Neovim counts bytes.
  local function text(d) return line(d.lnum):sub(d.col + 1, d.end_col) end
  local function units(number, byte)
    local _, utf16 = vim.str_utfindex(line(number):sub(1, byte))
    return { line = number, character = utf16 }
  end

  wait_for('two diagnostics', function() return #found() == 2 end)
  local diagnostics = found()
  table.sort(diagnostics, function(a, b) return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col) end)
  local first = diagnostics[1]
  assert(text(first) == 'الصـ*ـواريخ', 'the first underlines ' .. text(first))
  assert(text(diagnostics[2]) == 'القتـ.ـال', 'the second underlines ' .. text(diagnostics[2]))
  assert(first.severity == vim.diagnostic.severity.WARN, 'severity ' .. first.severity)
  assert(first.source == 'corpuslint', 'source ' .. tostring(first.source))

  local function ask(method, params)
    params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
    local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, WAIT_MS)
    assert(answers and answers[id] and not answers[id].err, method .. ': ' .. vim.inspect(problem or answers))
    return answers[id].result
  end
  local range = { start = units(first.lnum, first.col), ['end'] = units(first.lnum, first.end_col) }
  local hover = ask('textDocument/hover', { position = range.start })
  assert(hover.contents.value:find('الصواريخ', 1, true), 'hover: ' .. hover.contents.value)

  local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = {}, only = { 'quickfix' } } })
  assert(#actions > 0, 'no code action')
  vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
  assert(not line(first.lnum):find('الصـ*ـواريخ', 1, true), 'not applied: ' .. line(first.lnum))
  assert(line(first.lnum):find('الصواريخ', 1, true), 'applied otherwise: ' .. line(first.lnum))
  wait_for('one diagnostic less', function() return #found() == 1 end)

  vim.lsp.stop_client(id)
  wait_for('the end of the server', function() return vim.lsp.get_client_by_id(id) == nil or client.is_stopped() end)
end

local fine, problem = xpcall(scenario, debug.traceback)
if fine then
  vim.cmd('qall!')
else
  io.stderr:write(problem .. '\n')
  vim.cmd('cquit 1')
end
